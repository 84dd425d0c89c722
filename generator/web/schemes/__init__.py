"""依据: the schemes with all that they rest on, and what each code of a problem means."""
