"""Use case: write workbooks to fill in."""
