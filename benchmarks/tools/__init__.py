"""What the suite knows of each generator: how it reads a book, and how it is run."""
