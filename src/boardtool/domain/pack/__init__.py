"""The public document pack: what is in it, on which pages, and whether it is still what the agenda says."""
