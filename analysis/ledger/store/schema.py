"""The tables of the database: articles that people added, proposals read from them, decisions.

Nothing here is a figure yet: a proposal becomes a mention of the ledger only through a decision, and
decisions are only ever added. Unfinished work (drafts, changed cells) belongs to one person each, and
goes when it is finished. What a database of an older release holds is brought to this form by the
migrations; a test holds the two together.
"""

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

# Moments are UTC in the form 2025-02-27T09:30:00.000000+00:00: they sort as text, on any database.
MOMENT = sa.String(32)

# `document_id` is made from the text's hash, so that the same text has the same id everywhere.
# `agency` of a near copy names whose text it printed: it is a further outlet, not a further origin.
# `text` is empty, and its hash null, where an article came in without it from another Muster's tables.
article = sa.Table(
    "article",
    metadata,
    sa.Column("document_id", sa.String, primary_key=True),
    sa.Column("text_hash", sa.String(64), unique=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("outlet", sa.String, nullable=False),
    sa.Column("agency", sa.String, nullable=False),
    sa.Column("url", sa.String, nullable=False),
    sa.Column("copy_url", sa.String, nullable=False),
    sa.Column("title", sa.String, nullable=False),
    sa.Column("published_on", sa.String(10), nullable=False),
    sa.Column("published_basis", sa.String(8), nullable=False),
    sa.Column("language", sa.String(2), nullable=False),
    sa.Column("near_copy_of", sa.String, nullable=False),
    sa.Column("added_by", sa.String, nullable=False),
    sa.Column("added_at", MOMENT, nullable=False),
)

# One person's or one extractor's reading of an article. `coder` is empty for the reading that all
# reviewers share and that alone feeds the ledger; a blind second coding bears its coder's name.
coding = sa.Table(
    "coding",
    metadata,
    sa.Column("coding_id", sa.String, primary_key=True),
    sa.Column("document_id", sa.ForeignKey("article.document_id"), nullable=False),
    sa.Column("coder", sa.String, nullable=False),
    sa.Column("begun_by", sa.String, nullable=False),
    sa.Column("begun_at", MOMENT, nullable=False),
    sa.UniqueConstraint("document_id", "coder"),
)

# `start` and `end` are character offsets into the article's text. `fields` holds a mention's
# columns as text, `rules` which rule found each of them.
proposal = sa.Table(
    "proposal",
    metadata,
    sa.Column("proposal_id", sa.String, primary_key=True),
    sa.Column("coding_id", sa.ForeignKey("coding.coding_id"), nullable=False, index=True),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("fields", sa.JSON, nullable=False),
    sa.Column("rules", sa.JSON, nullable=False),
    sa.Column("made_by", sa.String, nullable=False),
    sa.Column("made_at", MOMENT, nullable=False),
    sa.CheckConstraint("start >= 0", name="start"),
)

# `number` counts the decisions on one proposal from 1: two people who answer the same state get the
# same number, and the database lets only one of them in. `state` and `after` are what holds from
# then on, so that no decision has to be replayed to know where a proposal stands.
decision = sa.Table(
    "decision",
    metadata,
    sa.Column(
        "decision_id",
        sa.BigInteger().with_variant(sa.Integer, "sqlite"),
        primary_key=True,
        autoincrement=True,
    ),
    sa.Column("proposal_id", sa.ForeignKey("proposal.proposal_id"), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("action", sa.String(8), nullable=False),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("before", sa.JSON, nullable=False),
    sa.Column("after", sa.JSON, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("undoes", sa.Integer, nullable=False),
    sa.Column("decided_by", sa.String, nullable=False),
    sa.Column("decided_at", MOMENT, nullable=False),
    sa.Column("codebook_version", sa.String, nullable=False),
    sa.Column("extractor_version", sa.String, nullable=False),
    sa.UniqueConstraint("proposal_id", "number"),
    sa.CheckConstraint("action IN ('accept', 'correct', 'reject', 'undo')", name="action"),
    sa.CheckConstraint("state IN ('open', 'accepted', 'rejected')", name="state"),
    sqlite_autoincrement=True,
)

# What was read and not yet confirmed, one row for each article; `said` is what its page says of
# itself, `filled` what the person has put into the form so far. `number` orders what came in at once.
draft = sa.Table(
    "draft",
    metadata,
    sa.Column("draft_id", sa.String(32), primary_key=True),
    sa.Column("owner", sa.String, nullable=False, index=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("said", sa.JSON, nullable=False),
    sa.Column("filled", sa.JSON, nullable=False),
    sa.Column("begun_at", MOMENT, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
)

# The cells of a proposal that a reviewer has changed and not decided on.
unsaved = sa.Table(
    "unsaved",
    metadata,
    sa.Column("owner", sa.String, primary_key=True),
    sa.Column("proposal_id", sa.ForeignKey("proposal.proposal_id"), primary_key=True),
    sa.Column("cells", sa.JSON, nullable=False),
    sa.Column("changed_at", MOMENT, nullable=False),
)

# What a person has pasted and not yet had read; one text for each.
pasted = sa.Table(
    "pasted",
    metadata,
    sa.Column("owner", sa.String, primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("changed_at", MOMENT, nullable=False),
)
