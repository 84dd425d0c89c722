"""Look at the wording of dossiers."""
