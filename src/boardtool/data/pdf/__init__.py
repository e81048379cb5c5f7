"""Papers that strangers made: looked into in a process of its own, and Word turned into PDF."""
