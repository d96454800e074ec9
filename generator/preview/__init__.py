"""The live preview: a book that is made again whenever one of its files changes."""
