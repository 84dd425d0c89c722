"""Floor 2: scores by the rules of a scheme, exact until they are rounded once."""
