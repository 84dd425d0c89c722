"""Widths, lines and heights of what stands in tables: worked out from data before a page exists."""
