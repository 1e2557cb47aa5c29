"""The practice platform: a real HTTP server on loopback that judges requests by its own reading."""
