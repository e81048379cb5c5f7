"""Live minutes: a meeting in session, minuted from the keyboard."""
