"""What the desk remembers: threads, answers given, feedback, deliveries, subscriptions and the outbox.

Figures never live here first: they come from the reports' database. This store remembers what was said to whom.
"""

from bot.state import operations, workspaces  # their tables belong to the store's schema
from bot.state.store import StateStore, open_store

__all__ = ["StateStore", "open_store", "operations", "workspaces"]
