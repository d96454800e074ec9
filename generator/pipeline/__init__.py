"""The steps from sources to site, one a module; only the first reads and the last writes."""
