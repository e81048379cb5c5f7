"""Who asks to address a meeting: the register, what was decided, and the rules for speakers."""
