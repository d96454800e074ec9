"""YAML: the strict dialect of a book, its places and its faults."""
