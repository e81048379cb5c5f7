"""Meetings: the list of them, and one meeting as a workspace."""
