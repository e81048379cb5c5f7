"""Help: the guide and the keys, in one window."""
