"""Articles, codings, proposals and decisions; decisions can only be added.

The tables are written out here and not taken from the schema: a migration describes one moment, and
must not change when the schema does.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of the first release."""
    op.create_table(
        "article",
        sa.Column("document_id", sa.String, nullable=False),
        sa.Column("text_hash", sa.String(64)),
        sa.Column("text", sa.Text, nullable=False),
        *(
            sa.Column(name, sa.String, nullable=False)
            for name in ("outlet", "agency", "url", "copy_url", "title")
        ),
        sa.Column("published_on", sa.String(10), nullable=False),
        sa.Column("published_basis", sa.String(8), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("near_copy_of", sa.String, nullable=False),
        sa.Column("added_by", sa.String, nullable=False),
        sa.Column("added_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_article"),
        sa.UniqueConstraint("text_hash", name="uq_article_text_hash"),
    )
    op.create_table(
        "coding",
        sa.Column("coding_id", sa.String, nullable=False),
        sa.Column("document_id", sa.String, nullable=False),
        sa.Column("coder", sa.String, nullable=False),
        sa.Column("begun_by", sa.String, nullable=False),
        sa.Column("begun_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("coding_id", name="pk_coding"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["article.document_id"], name="fk_coding_document_id"
        ),
        sa.UniqueConstraint("document_id", "coder", name="uq_coding_document_id_coder"),
    )
    op.create_table(
        "proposal",
        sa.Column("proposal_id", sa.String, nullable=False),
        sa.Column("coding_id", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("fields", sa.JSON, nullable=False),
        sa.Column("rules", sa.JSON, nullable=False),
        sa.Column("made_by", sa.String, nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("proposal_id", name="pk_proposal"),
        sa.ForeignKeyConstraint(["coding_id"], ["coding.coding_id"], name="fk_proposal_coding_id"),
        sa.CheckConstraint("start >= 0", name="ck_proposal_start"),
    )
    op.create_index("ix_proposal_coding_id", "proposal", ["coding_id"])
    op.create_table(
        "decision",
        sa.Column(
            "decision_id",
            sa.BigInteger().with_variant(sa.Integer, "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("proposal_id", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("action", sa.String(8), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("before", sa.JSON, nullable=False),
        sa.Column("after", sa.JSON, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer, nullable=False),
        sa.Column("decided_by", sa.String, nullable=False),
        sa.Column("decided_at", sa.String(32), nullable=False),
        sa.Column("codebook_version", sa.String, nullable=False),
        sa.Column("extractor_version", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("decision_id", name="pk_decision"),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.proposal_id"], name="fk_decision_proposal_id"
        ),
        sa.UniqueConstraint("proposal_id", "number", name="uq_decision_proposal_id_number"),
        sa.CheckConstraint(
            "action IN ('accept', 'correct', 'reject', 'undo')", name="ck_decision_action"
        ),
        sa.CheckConstraint("state IN ('open', 'accepted', 'rejected')", name="ck_decision_state"),
        sqlite_autoincrement=True,
    )
    _keep_decisions()


def _keep_decisions() -> None:
    """Let the database itself refuse to change or remove a decision."""
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER decision_no_{change.lower()} BEFORE {change} ON decision BEGIN "
                "SELECT RAISE(ABORT, 'decisions are only ever added'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION decision_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'decisions are only ever added'; END $$"
    )
    op.execute(
        "CREATE TRIGGER decision_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON decision "
        "FOR EACH STATEMENT EXECUTE FUNCTION decision_is_kept()"
    )
