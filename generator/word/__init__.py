"""Floor 6: Word files. Nothing above or beside this floor knows the format."""
