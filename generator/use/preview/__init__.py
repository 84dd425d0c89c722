"""The documents of a dossier as they would be now, in memory."""
