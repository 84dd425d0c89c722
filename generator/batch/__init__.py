"""Floor 8: many dossiers: in this process, in several, or on a cluster, with the same results."""
