"""The papers a meeting needs, as PDF, Word and Excel."""
