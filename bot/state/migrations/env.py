"""Run by Alembic: migrates over the connection that `bot.state.migrate` hands in."""

from alembic import context

from bot.state import models, operations, workspaces

TABLES = (models, operations, workspaces)  # importing them tells the metadata of every table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=models.Base.metadata,
    render_as_batch=True,  # SQLite changes a table only by making it anew
)
context.run_migrations()
