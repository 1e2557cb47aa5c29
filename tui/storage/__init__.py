"""Drafts and campaign files on disk."""
