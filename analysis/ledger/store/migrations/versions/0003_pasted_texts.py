"""Texts that were pasted and not yet read: they outlast a reload."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of pasted texts."""
    op.create_table(
        "pasted",
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("owner", name="pk_pasted"),
    )
