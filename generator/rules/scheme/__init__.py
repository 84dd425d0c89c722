"""What is wrong with a scheme, at its lines."""
