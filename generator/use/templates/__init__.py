"""Look at Word templates."""
