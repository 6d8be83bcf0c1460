"""A headline, or a lead that names nobody, takes the claimant that the body gives to its figure."""

from analysis.codebook import Part, Unit
from analysis.extraction.drafts import Draft
from analysis.extraction.knowledge.claimant_names import COUNTRIES, MEDIA


def claimants_of_headlines(drafts: list[Draft]) -> None:
    """Give each headline's figure the source, days and place of the same figure in the body."""
    first = _first_of_each(drafts)
    for draft in drafts:
        if draft.part is Part.BODY and not draft.leads:
            continue
        twin = _twin(draft, first)
        if twin is None:
            continue
        if not draft.source.ids or (draft.part is Part.HEADLINE and _is_coarser(draft, twin)):
            draft.source = twin.source._replace(rule="claimant: the body's, for the same figure")
            draft.stated_on = draft.stated_on if draft.stated_on.value else twin.stated_on
        if draft.part is Part.HEADLINE:
            _complete(draft, twin)


def _first_of_each(drafts: list[Draft]) -> dict[tuple[float, Unit], list[tuple[int, Draft]]]:
    """Find where the body first puts each number down to somebody: two places, for one may ask."""
    first: dict[tuple[float, Unit], list[tuple[int, Draft]]] = {}
    for order, draft in enumerate(drafts):
        if draft.part is not Part.BODY or not draft.source.ids:
            continue
        for end in {draft.quantity.low, draft.quantity.high}:
            if end is not None:
                places = first.setdefault((end, draft.unit), [])
                if len(places) < 2:
                    places.append((order, draft))
    return first


def _twin(draft: Draft, first: dict[tuple[float, Unit], list[tuple[int, Draft]]]) -> Draft | None:
    """Find the first other mention of a draft's number in the body."""
    found = [
        (order, other)
        for end in (draft.quantity.low, draft.quantity.high)
        if end is not None
        for order, other in first.get((end, draft.unit), ())
        if other is not draft
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _is_coarser(draft: Draft, twin: Draft) -> bool:
    """Tell whether a headline names the country of the claimant that the body names."""
    if draft.source.claimant in MEDIA and twin.source.claimant not in MEDIA:
        return draft.source.text.lower() in twin.source.relay.lower().split(";")
    names = draft.source.text.lower()
    country = _COUNTRY.get(twin.source.claimant.split("_")[0], "")
    return names in COUNTRIES and country == _COUNTRY.get(draft.source.claimant.split("_")[0], "-")


_COUNTRY = {"nis": "kr", "rok": "kr", "ua": "ua", "us": "us", "uk": "uk", "ru": "ru", "dprk": "kp"}


def _complete(draft: Draft, twin: Draft) -> None:
    """Take from the body what a headline leaves out."""
    if not draft.stated_on.value:
        draft.stated_on = twin.stated_on
    if not draft.period.start.value and not draft.period.end.value:
        draft.period = twin.period
    if not draft.tied.location.value:
        draft.tied = twin.tied
    if draft.deed.event is None or draft.deed.kind_rule.endswith("in the sentence"):
        draft.deed = twin.deed
