"""Files of others with what is certain mended."""
