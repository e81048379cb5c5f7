"""The Papers & pack tab: what came with each item, the pack made of it, and what else goes out."""
