"""Rules of wording over inputs, and what is wrong with such rules themselves."""
