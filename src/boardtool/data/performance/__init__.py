"""Metrics, their figures and what is said of them, as the store keeps them."""
