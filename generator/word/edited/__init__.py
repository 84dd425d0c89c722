"""A person's own Word file: read as it is, and changed where it must be and nowhere else."""
