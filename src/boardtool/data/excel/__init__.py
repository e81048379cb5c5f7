"""Spreadsheets: opening them safely, reading what people wrote, writing new ones."""
