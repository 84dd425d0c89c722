"""Which words there are, how common they are, and how their characters sound."""
