"""Floor 2: rules of wording over any texts, whether from inputs or from Word. Knows no files."""
