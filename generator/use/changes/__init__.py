"""Say what differs from the last build."""
