"""What is true about boards, in plain Python: no clock, no files, no windows."""
