"""Pages that lie over a step: documents, receipts, the lock screen, a question for a secret."""
