"""Run by Alembic: carry out migrations on the connection that the caller opened."""

from alembic import context

from analysis.ledger.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
