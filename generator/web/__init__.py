"""The page: what jixiao knows, in a browser on this machine. Everything it does, the command line does too."""
