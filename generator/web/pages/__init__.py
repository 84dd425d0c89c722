"""文稿: the pages as they will be, and where everything on them comes from."""
