"""Floor 3: every value that may be printed, with its unit, its shown text and where it came from."""
