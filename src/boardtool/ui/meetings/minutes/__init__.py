"""The minutes of a meeting to read: as a document, and how far they are on their way to approval."""
