"""Floor 1: what a dossier, a scheme and a piece of document are. Frozen values, no behaviour."""
