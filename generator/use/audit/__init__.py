"""The audit of documents that somebody else wrote."""
