"""What each page shows: a frozen view for each template, every word of it ready to print."""
