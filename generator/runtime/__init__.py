"""Machinery that knows nothing of briefings."""
