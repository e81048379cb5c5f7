"""Pictures of where the money goes, each with its table."""
