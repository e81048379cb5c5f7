"""Figures of metrics in the files that people and publishers send, each layout in a room of its own."""
