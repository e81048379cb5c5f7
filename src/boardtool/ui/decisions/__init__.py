"""Decisions: every resolution ever made, found by its words, its board and its year."""
