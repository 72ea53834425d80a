"""Run by Alembic: migrates over the connection that `bot.state.migrate` hands in."""

from alembic import context

from bot.state.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite changes a table only by making it anew
)
context.run_migrations()
