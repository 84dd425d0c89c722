"""The view from above: small rows of every dossier, and what follows from all of them."""
