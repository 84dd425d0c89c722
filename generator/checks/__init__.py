"""Checks: pure functions from values to problems, one file per family."""
