"""Floor 6: what a person starts from: schemas, explained blank files, last year's carried over."""
