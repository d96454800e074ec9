"""What rendering needs beside the templates: links, what is shared by pages, quick calls."""
