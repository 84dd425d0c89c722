"""Floor 6: the only place that knows Excel: tables of strangers, the workbook of a summary."""
