"""Show many dossiers from above."""
