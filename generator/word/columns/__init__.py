"""The columns of tables in a document that is about to be written."""
