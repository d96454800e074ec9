"""A book of invented news: the same seed gives the same bytes on every machine."""
