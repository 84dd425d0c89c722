"""Build a dossier: lay out its documents, fill the templates, write what changed."""
