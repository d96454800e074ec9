"""The nouns of a briefing book: values only."""
