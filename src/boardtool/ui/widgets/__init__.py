"""The small parts pages are made of; each carries a name that a screen reader can say."""
