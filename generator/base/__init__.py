"""Floor 0: problems, TOML with positions, numbers, Chinese numerals, files."""
