"""Blocks of running text that no template need know of: tables, pictures, footnotes, new pages."""
