"""Python-Markdown made quick: the same methods doing less, and the same output, byte for byte.

Nothing is parsed differently here.  Each part of a converter gets a subclass that asks the
cheap question first, such as whether there is a `[` at all where a link is looked for, and
leaves the work to the library wherever the answer is yes.  What is true of one release
of the library need not be true of the next, so a release that was not tried is left alone.
"""
