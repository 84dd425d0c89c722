"""Make a Word template and a scheme of a form that an authority issued."""
