"""Where Alembic runs a revision: on the connection it is handed, in the transaction that is open."""

from alembic import context

from app.models.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
