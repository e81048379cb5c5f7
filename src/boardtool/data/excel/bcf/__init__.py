"""The national Better Care Fund workbooks, read and written by their words, never by their addresses."""
