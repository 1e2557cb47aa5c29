"""How this program makes its calls of the platform: all their reads share the budget that lies on disk."""

from functools import partial

from tui.kore.call_context import CallContext
from tui.storage import budget

call_context = partial(CallContext, budget)
"""A context that counts its reads in that budget; it takes what else a context has."""
