"""Floor 8: what a person does, a folder each; the order of stages and nothing else."""
