"""Floor 5: what the rows and fields of a form hold, and which cells merge."""
