"""What the dossiers of a tree say of one thing: each rule looks keys up, and compares no pair of files."""
