"""People: who sits on which board from when to when, whose seats are vacant, and who came to what."""
