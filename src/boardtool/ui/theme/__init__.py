"""The look: every colour, size and letter of the window, in one place."""
