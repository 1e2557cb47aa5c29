"""The platform: connection, addresses, token, exchange, verdict, reads."""
