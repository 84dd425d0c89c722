"""The look that somebody gave to a written file, put into the template that it was written from."""
