"""Floor 6: what was built from what, so that the next build can tell what changed."""
