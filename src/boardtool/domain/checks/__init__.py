"""The checks of a meeting, one file for each subject of the rules."""
