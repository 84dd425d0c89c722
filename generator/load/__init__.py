"""Floor 6: from TOML files to frozen values; every fault becomes a problem with its place."""
