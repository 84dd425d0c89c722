"""Take the last command back."""
