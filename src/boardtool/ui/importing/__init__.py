"""Taking a file in: it is read, shown row by row beside what is here, and taken in one step or not at all."""
