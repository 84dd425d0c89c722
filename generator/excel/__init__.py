"""Floor 6: Excel. The only place that knows it."""
