"""The store and the files: what is kept, and what comes in and goes out."""
