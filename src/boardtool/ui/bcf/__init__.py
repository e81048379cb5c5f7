"""The Better Care Fund pages: a plan with its schemes, income, conditions, metrics, checks and pictures."""
