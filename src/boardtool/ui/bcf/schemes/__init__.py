"""The Schemes tab: the grid, what fails above it, sums beneath it, the money beside it."""
