"""The agenda of a meeting: its table, and beside it what is wrong or the item chosen."""
