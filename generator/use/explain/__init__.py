"""Say where a number came from."""
