"""The pages, a kind a file: each decides what one of them shows."""
