"""Run by Alembic: migrates over the connection that `bot.state.migrate` hands in."""

from alembic import context

from bot.state import operations

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=operations.Base.metadata,
    render_as_batch=True,  # SQLite changes a table only by making it anew
)
context.run_migrations()
