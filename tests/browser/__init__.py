"""What only a browser can tell: that pages look, read, print and work as they should."""
