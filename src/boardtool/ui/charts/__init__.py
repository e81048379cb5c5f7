"""Charts painted from the tokens: each shows what the domain worked out, and says the same in words."""
