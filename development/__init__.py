"""What `dev.py` stands on: programs, the system, the environment and the sample; standard library only."""
