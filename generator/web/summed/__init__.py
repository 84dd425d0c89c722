"""汇总: all dossiers of the tree seen from above, down to the cell."""
