"""How the site says it: words, dates, the order of names."""
