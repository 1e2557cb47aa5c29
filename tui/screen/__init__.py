"""The Textual app: what is drawn, and what keys do."""
