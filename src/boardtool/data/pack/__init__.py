"""A pack as one PDF: front sheet, papers joined with their tags, page numbers, bookmarks."""
