"""How a copy names the two ends of an arrow, and says on which side each stands."""

from collections import Counter
from dataclasses import dataclass

from colour_codes.charter import load_charter
from colour_codes.sides import Side
from layouts.copies.language_pack import LanguagePack
from layouts.frame.words import printed
from sociogram.situation.staging import Staging

SHORT = 18
"""Letters of a name that stays on one line."""


@dataclass(frozen=True, slots=True)
class End:
    """One who may be at an end of an arrow: the name, with the place where two have the same; the side."""

    label: str
    side: Side
    side_words: str


def ends_of(staging: Staging, pack: LanguagePack) -> dict[str, End]:
    """Return everyone and every place of a staging by id."""
    places = {one.id: one for one in staging.containers}
    counts = Counter(figure.label for figure in staging.figures)
    found: dict[str, End] = {}
    for place in staging.containers:
        label = place.label or pack.say(f"names.{'home' if place.kind == 'household' else 'service'}")
        found[place.id] = End(_whole(label), place.side, _side_words(place.side.value, staging))
    for figure in staging.figures:
        where = places.get(figure.inside or "")
        label = _whole(figure.label or pack.say("names.someone"))
        if where is not None and where.label and counts[figure.label] > 1:
            label = pack.say("names.at", name=label, place=_whole(where.label))
        alone = figure.side is Side.LIVING_TOGETHER and where is None
        words = _side_words("collective" if alone else figure.side.value, staging)
        found[figure.id] = End(label, figure.side, words)
    return found


def _whole(label: str) -> str:
    """Return a label as it is printed; a short one never breaks over two lines."""
    return printed(label).replace(" ", "\u00a0") if len(label) <= SHORT else printed(label)


def _side_words(key: str, staging: Staging) -> str:
    return printed(load_charter().sides[key].said(staging.lang))
