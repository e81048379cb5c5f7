"""The action log of one board or of all."""
