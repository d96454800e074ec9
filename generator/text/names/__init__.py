"""Names of officials: found in texts, and linked."""
