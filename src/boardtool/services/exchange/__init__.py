"""Files that come in: each is read, previewed row by row against what is known, and taken in one step."""
