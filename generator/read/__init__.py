"""Floor 6: what a foreign document says, found by its labels: blocks in, a draft of a dossier out."""
