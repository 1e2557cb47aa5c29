"""Where a connection and its secret come from."""
