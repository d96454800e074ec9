"""The theme of a book: its own templates and style sheets laid over the packaged ones."""
