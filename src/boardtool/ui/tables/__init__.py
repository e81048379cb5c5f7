"""Tables: declared columns over one row model, one family of delegates, one view."""
