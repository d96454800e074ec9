"""Markup: Markdown in, clean fragments out, and what can be done to them."""
