"""Scripts for whoever works on jixiao itself."""
