"""The kinds of fields: how each is typed, judged, read from JSON, written to it, compared and said."""
