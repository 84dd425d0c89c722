"""Tracked changes: written between two versions of a file, and taken as accepted or rejected."""
