"""The Spend tab: the returns on a plan, what each line spent, and what is said of it."""
