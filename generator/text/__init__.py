"""Text tools: strings in, values out; no files and no model."""
