"""What can be done to the Better Care Fund: plans, schemes, income, conditions, versions, returns."""
