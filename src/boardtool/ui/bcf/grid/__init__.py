"""The grid of scheme lines, which is typed in like a spreadsheet."""
