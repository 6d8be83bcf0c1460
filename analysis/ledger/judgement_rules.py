"""Whether judgements can be carried out: their values by kind, and that corrections leave sound rows.

A judgement needs the whole ledger to be judged itself, so that its rules stand apart from those of
single rows.
"""

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.codebook import JudgementKind
from analysis.ledger.cells import cell_faults, typed
from analysis.ledger.fault import Fault, Rows, sound_rows
from analysis.ledger.keys import among, reference_faults
from analysis.ledger.package import TableSchema
from analysis.ledger.row_rules import row_faults

# What an article says, and where, is no matter of judgement.
NOT_CORRECTABLE = frozenset({"mention_id", "document_id", "wording", "occurrence"})

VALUE_IS_MENTION = (JudgementKind.MERGE, JudgementKind.SUPERSEDE)
VALUE_IS_EMPTY = (JudgementKind.SET_ASIDE, JudgementKind.REINSTATE)


def corrected(mentions: pd.DataFrame, judgements: pd.DataFrame) -> pd.DataFrame:
    """Return the mentions named by corrections, as text, with the corrected cells in place.

    Both tables are text. Corrections of an unknown mention or column are left out.
    """
    rows = _corrections(mentions, judgements)
    changed = mentions[mentions["mention_id"].isin(rows["mention_id"])].set_index(
        "mention_id", drop=False
    )
    changed = changed[~changed.index.duplicated()].copy()
    for mention, column, value in zip(
        rows["mention_id"], rows["field"], rows["value"], strict=True
    ):
        changed.loc[mention, column] = value
    return changed.reset_index(drop=True)


def _corrections(mentions: pd.DataFrame, judgements: pd.DataFrame) -> pd.DataFrame:
    return judgements[
        (judgements["judgement"] == JudgementKind.CORRECT)
        & among(judgements["mention_id"], mentions["mention_id"])
        & judgements["field"].isin(set(mentions.columns) - NOT_CORRECTABLE)
    ]


def judgement_faults(
    judgements: pd.DataFrame,
    tables: Mapping[str, pd.DataFrame],
    mentions_schema: TableSchema,
    bad_rows: Mapping[str, Rows],
) -> Iterator[Fault]:
    """Yield the judgements that cannot be carried out.

    ``judgements`` and ``tables`` are text; ``bad_rows`` names the rows that are wrong already, by
    column, and these are passed over.
    """
    needed = {"mention_id", "judgement", "field", "value"}
    if not needed <= set(judgements.columns):
        return
    sound = sound_rows(judgements, needed, bad_rows)
    yield from _value_faults(sound, tables)
    yield from _field_faults(sound, mentions_schema)
    yield from _chain_faults(sound)
    if "mentions" in tables and set(mentions_schema.columns) <= set(tables["mentions"].columns):
        yield from _correction_faults(sound, tables, mentions_schema)


def _fault(rows: pd.Series, column: str, reason: str, remedy: str) -> Fault:
    return Fault(rows.index.to_numpy()[rows.to_numpy(dtype=bool)], column, reason, remedy)


def _value_faults(rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    kind, value = rows["judgement"], rows["value"]
    if "claimant" in tables.get("claimants", pd.DataFrame()):
        lost = (kind == JudgementKind.SAME_ORIGIN) & ~among(value, tables["claimants"]["claimant"])
        yield _fault(lost, "value", "no such claimant", "Name whose own estimate the figure is.")
    names_mention = kind.isin(VALUE_IS_MENTION)
    if "mention_id" in tables.get("mentions", pd.DataFrame()):
        lost = names_mention & ~among(value, tables["mentions"]["mention_id"])
        yield _fault(lost, "value", "no such mention", "Name a mention of the other claim.")
    itself = names_mention & (value == rows["mention_id"])
    yield _fault(itself, "value", "the mention is set against itself", "Name another mention.")
    surplus = kind.isin(VALUE_IS_EMPTY) & (value != "")
    yield _fault(surplus, "value", "this judgement takes no value", "Empty the cell.")
    unnamed = (kind == JudgementKind.SPLIT) & (value == "")
    yield _fault(unnamed, "value", "the claim that splits off has no label", "Give it a label.")


def _field_faults(rows: pd.DataFrame, mentions_schema: TableSchema) -> Iterator[Fault]:
    correct = rows["judgement"] == JudgementKind.CORRECT
    allowed = [name for name in mentions_schema.columns if name not in NOT_CORRECTABLE]
    unknown = correct & ~rows["field"].isin(allowed)
    yield _fault(unknown, "field", "no column to correct", f"Use one of: {', '.join(allowed)}.")
    surplus = ~correct & (rows["field"] != "")
    yield _fault(surplus, "field", "only corrections name a column", "Empty the cell.")


def _chain_faults(rows: pd.DataFrame) -> Iterator[Fault]:
    """Yield pairs of judgements that contradict each other or go round in a circle."""
    merges = rows["judgement"] == JudgementKind.MERGE
    moved_on = merges & rows["value"].isin(rows["mention_id"][merges])
    reason = "the mention merged into is itself merged elsewhere"
    yield _fault(moved_on, "value", reason, "Name the mention at the end of the chain.")
    judged = rows["judgement"] + " " + rows["field"] + " " + rows["mention_id"]
    once = [JudgementKind.CORRECT, JudgementKind.MERGE, JudgementKind.SPLIT]
    again = judged.duplicated() & rows["judgement"].isin([*once, JudgementKind.SAME_ORIGIN])
    yield _fault(again, "mention_id", "the same thing is judged in a row above", "Keep one row.")
    revisions = rows[rows["judgement"] == JudgementKind.SUPERSEDE]
    pairs = set(zip(revisions["mention_id"], revisions["value"], strict=True))
    circular = [
        kind == JudgementKind.SUPERSEDE and (value, mention) in pairs and value != mention
        for kind, mention, value in zip(
            rows["judgement"], rows["mention_id"], rows["value"], strict=True
        )
    ]
    reason = "two claims that revise each other"
    remedy = "Keep the row whose claim came later."
    yield _fault(pd.Series(circular, rows.index, dtype=bool), "value", reason, remedy)


def _correction_faults(
    rows: pd.DataFrame, tables: Mapping[str, pd.DataFrame], schema: TableSchema
) -> Iterator[Fault]:
    """Yield the corrections after which the mention would break a rule that it has to keep."""
    after = corrected(tables["mentions"], rows)
    if after.empty:
        return
    judged = tables["mentions"][tables["mentions"]["mention_id"].isin(after["mention_id"])]
    before = judged.drop_duplicates("mention_id").reset_index(drop=True)
    # A mention that is wrong as it stands is told of in its own table; here only what a
    # correction brings about.
    known = {(m, f.column, f.reason) for m, f in _mention_faults(before, tables, schema)}
    corrections = _corrections(tables["mentions"], rows)
    for mention, fault in _mention_faults(after, tables, schema):
        if (mention, fault.column, fault.reason) in known:
            continue
        of_mention = corrections[corrections["mention_id"] == mention]
        exact = of_mention[of_mention["field"] == fault.column]
        blamed = (exact if len(exact) else of_mention).index
        reason = f"after it, the mention's {fault.column} would be wrong: {fault.reason}"
        yield _fault(pd.Series(rows.index.isin(blamed), rows.index), "value", reason, fault.remedy)


def _mention_faults(
    mentions: pd.DataFrame, tables: Mapping[str, pd.DataFrame], schema: TableSchema
) -> list[tuple[str, Fault]]:
    """Pair each fault of these mentions (text) with the mention that has it."""
    faults = [
        fault
        for field in schema.fields
        if field.name not in NOT_CORRECTABLE
        for fault in cell_faults(mentions[field.name], field)
    ]
    faults += reference_faults(mentions, schema, tables)
    bad = {fault.column: fault.rows for fault in faults if len(fault.rows)}
    values = pd.DataFrame({f.name: typed(mentions[f.name], f) for f in schema.fields})
    faults += row_faults(values, schema.name, bad)
    return [(mentions["mention_id"].iloc[row], fault) for fault in faults for row in fault.rows]
