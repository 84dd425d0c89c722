"""审核: files of others, looked at and taken over by a process that may take only so much."""
