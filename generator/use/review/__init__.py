"""One file to send: pages, findings and the source of every number, without a network."""
