"""Make a dossier of forms that exist already."""
