"""Slips of the pen in any word: what stands there is no word, and one change makes it one."""
