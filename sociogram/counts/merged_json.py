"""Partners' files put together, as JSON with its words in one language. No table is ordered by a number."""

from collections.abc import Iterator, Mapping
from typing import Any

from sociogram.counts.answer_json import period_json
from sociogram.counts.figures import NONE, Figure, Figures
from sociogram.counts.groupings import LABELS, NO_PLACE, By, in_words_order, label_of, pair_key
from sociogram.counts.merging import Merged
from sociogram.counts.parties import party_label
from sociogram.counts.standing import STANDINGS
from sociogram.counts.words import AT_LEAST, HIDDEN_DETAIL, PERSONS_APART, UNSORTED
from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang

MergedRow = tuple[str, str, Figures]
"""Key, words and numbers."""


def merged_json(found: Merged, public: Directory, lang: Lang) -> dict[str, Any]:
    """Return the answer. What is all hidden is null; `at_least` names what lacks a hidden part."""

    def name(key: str) -> str:
        return party_label(key, public).in_(lang)

    low, high = found.persons
    return {
        **period_json(found.period, lang),
        "files": sorted(
            ({"organisation": name(one.organisation), "counted_in": one.month} for one in found.files),
            key=lambda one: in_words_order(one["organisation"], one["counted_in"]),
        ),
        "missing": sorted(map(name, found.missing), key=lambda one: in_words_order(one, "")),
        "total": figures_json(found.total),
        "tables": [
            {
                "by": by,
                "label": LABELS[by].in_(lang),
                "rows": [{"key": key, "label": label, **figures_json(one)} for key, label, one in rows],
            }
            for by, rows in merged_rows(found, public, lang)
        ],
        "reasons": _numbers(found.reasons),
        "persons": {"at_least": low, "at_most": high},
        "to_answer": _numbers(found.answer),
        "to_service": _numbers(found.service),
        "differences": [
            {
                "from": name(one.sender),
                "to": name(one.receiver),
                "by_sender": figures_json(one.by_sender),
                "by_receiver": figures_json(one.by_receiver),
            }
            for one in found.differences
        ],
        "notes": [PERSONS_APART.in_(lang), AT_LEAST.in_(lang)],
    }


def figures_json(found: Figures) -> dict[str, Any]:
    """Return one line of numbers."""
    standing = found.standing
    named = [("made", found.made), ("accepted", found.accepted), *standing.items()]
    return {
        "made": _value(found.made),
        "accepted": _value(found.accepted),
        "declined": _value(standing["declined"]),
        "no_answer": _value(standing["no_answer"]),
        "completed": _value(standing["completed"]),
        "standing": {code: _value(standing[code]) for code in STANDINGS},
        "at_least": [code for code, one in named if not one.exact],
    }


def _value(found: Figure) -> int | None:
    """Return a sum, or None where all of it is hidden."""
    return found.number if found.told else None


def merged_rows(found: Merged, public: Directory, lang: Lang) -> Iterator[tuple[By, list[MergedRow]]]:
    """Yield the rows of each table, in the order of their words; what has no detail stands last."""
    pairs = {pair_key(*pair): one for pair, one in found.pairs.items()}
    tables: tuple[tuple[By, Mapping[str, Figures], Figures], ...] = (
        ("family", found.families, found.unsorted),
        ("region", found.regions, found.unsorted),
        ("pair", pairs, NONE),
    )
    for by, rows, unsorted in tables:
        told = [(key, _label(by, key, public).in_(lang), one) for key, one in rows.items()]
        told.sort(key=lambda row: (not row[0], in_words_order(row[1], row[0])))
        if unsorted != NONE:
            told.append(("~", UNSORTED.in_(lang), unsorted))
        yield by, told


def _label(by: By, key: str, public: Directory) -> Bilingual:
    """Return the words of a row; '' is what came without its detail."""
    if not key:
        return HIDDEN_DETAIL
    return label_of(by, "" if key == NO_PLACE else key, public)


def _numbers(many: Mapping[str, Figure]) -> dict[str, Any]:
    told: dict[str, Any] = {code: _value(one) for code, one in many.items()}
    return {**told, "at_least": [code for code, one in many.items() if not one.exact]}
