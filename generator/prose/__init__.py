"""Floor 4: the one sandbox in which text quotes figures."""
