"""Talking to the platform: address, token, one exchange, what it meant."""
