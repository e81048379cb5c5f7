"""What is true about the Better Care Fund: plans, money by source, schemes, conditions, returns, benefits."""
