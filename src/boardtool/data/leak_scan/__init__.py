"""Whether a finished file holds anything exempt: shares no code with what makes the files (R17)."""
