"""Check a dossier: everything that is wrong with its inputs."""
