"""What people do with metrics: keep their figures, judge them, say what they mean, and take them to a board."""
