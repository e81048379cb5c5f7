"""Today: the next meeting and what it lacks, dates that bind, open promises, late actions."""
