"""A workbook to fill in: its layout, its formulas, and how it is read when it comes back."""
