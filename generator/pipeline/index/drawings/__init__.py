"""The geometry of the theme's drawings: numbers and dates in, coordinates out.

One file a drawing.  Nothing here knows the book, a file or a colour.  Coordinates are whole
numbers, made with `+ - * /` and square roots alone: those give the same bits on every
machine, and functions such as sine do not.
"""
