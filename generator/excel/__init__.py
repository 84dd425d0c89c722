"""Floor 6: the only place that knows Excel: tables of strangers, read from .xlsx."""
