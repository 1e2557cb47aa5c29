"""The ids of what exists in the practice account."""

import uuid


def id_of(prefix: str, name: str) -> str:
    """The id of something that exists; the same at every start."""
    return f"{prefix}-{uuid.uuid5(uuid.NAMESPACE_OID, name)}"
