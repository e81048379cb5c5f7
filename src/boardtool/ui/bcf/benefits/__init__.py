"""The Benefits tab: what a programme is to save and to cost, by year."""
