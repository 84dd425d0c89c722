"""How a document looks, shown at once."""
