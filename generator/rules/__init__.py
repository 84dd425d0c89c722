"""Rules: what a form prints held against what it prints, each rule said once."""
