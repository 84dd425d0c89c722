"""Word files of strangers: read into paragraphs and tables with their places."""
