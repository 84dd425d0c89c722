"""Floor 7: one dossier through all stages in order."""
