"""Floor 4: text that quotes figures."""
