"""Whether the generators made the same site, before anybody asks which was faster."""
