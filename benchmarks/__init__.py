"""Briefbook beside Hugo, Eleventy and Pelican: the same book, the same pages, one machine."""
