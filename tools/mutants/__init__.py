"""Change thresholds and comparisons one at a time, and see whether a test notices."""
