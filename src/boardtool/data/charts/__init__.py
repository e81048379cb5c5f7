"""Charts as files: drawn as SVG by hand, and set in papers."""
