"""How a foreign Word file looks: styles, themes and numbering worked out as Word does."""
