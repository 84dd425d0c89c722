"""Rules over the look of pages: each a function from a document as it is laid out to findings."""
