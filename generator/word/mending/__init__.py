"""Pages of any .docx mended without touching a word."""
