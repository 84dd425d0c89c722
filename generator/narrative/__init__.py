"""Floor 5: what each section of a report says."""
