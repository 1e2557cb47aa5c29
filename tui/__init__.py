"""kore-campaign: create outbound voice campaigns on Kore.ai from a terminal."""

__version__ = "0.1.0"
