"""The words that ask something at a question, and are no answer to it."""

WHERE_WORD, LIST_WORD, FIND_WORD = "where", "list", "find"
"""How far one is; which names exist; which of them fit the word behind it."""
