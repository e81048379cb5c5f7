"""Word files: reading the minutes that come back, writing papers."""
