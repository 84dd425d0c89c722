"""Rules over the inputs of a dossier, with all that was worked out for it."""
