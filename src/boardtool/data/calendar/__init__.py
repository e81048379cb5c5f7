"""Invitations as calendar files."""
