"""What people do with schemes: find those of a place, hold two against each other, check their own."""
