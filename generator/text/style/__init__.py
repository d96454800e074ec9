"""Colours and style sheets: what the theme needs to take on the colour of a book."""
