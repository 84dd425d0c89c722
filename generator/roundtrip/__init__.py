"""Floor 7: what was written, what a person made of it, and what becomes of both."""
