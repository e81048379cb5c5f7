"""The Better Care Fund as the store keeps it, and the national lists of each year."""
