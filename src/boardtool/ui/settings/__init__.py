"""Settings: the boards and what they always do, the library and its backups, and how this machine looks."""
