"""Drafts of articles and cells that were changed and not decided on: they outlast a reload."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of unfinished work."""
    op.create_table(
        "draft",
        sa.Column("draft_id", sa.String(32), nullable=False),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("said", sa.JSON, nullable=False),
        sa.Column("filled", sa.JSON, nullable=False),
        sa.Column("begun_at", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("draft_id", name="pk_draft"),
    )
    op.create_index("ix_draft_owner", "draft", ["owner"])
    op.create_table(
        "unsaved",
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("proposal_id", sa.String, nullable=False),
        sa.Column("cells", sa.JSON, nullable=False),
        sa.Column("changed_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("owner", "proposal_id", name="pk_unsaved"),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.proposal_id"], name="fk_unsaved_proposal_id"
        ),
    )
