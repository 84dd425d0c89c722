"""用语: what lint finds in all dossiers, and how the house writes what it writes often."""
