"""Begin a new dossier from the one of last year."""
