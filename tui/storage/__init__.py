"""What lies on disk: drafts, campaign files, intents, receipts, folders."""
