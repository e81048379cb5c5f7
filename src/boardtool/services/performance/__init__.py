"""What people do with metrics: keep their figures, judge them, and say what they mean to a board."""
