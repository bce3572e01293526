"""What the network lacks, as data in one language, with the words people read."""

from collections.abc import Iterable
from typing import Any

from api.use_cases.gaps import Gaps
from sociogram.directory.directory import Directory
from sociogram.gaps import words
from sociogram.gaps.doubles import Double
from sociogram.gaps.gap_map import CELL_STATES, GapMap
from sociogram.gaps.open_needs import OpenNeed
from sociogram.gaps.pairs import UnusedTie
from sociogram.language import Lang
from sociogram.loop.forms.labels import REASONS
from sociogram.loop.forms.names import need_label, organisation_name

Json = dict[str, Any]


def gaps_json(gaps: Gaps, lang: Lang) -> Json:
    """Return everything by named fields (allow-list); headings and notes come with it."""
    directory = gaps.directory
    return {
        "title": words.TITLE.in_(lang),
        "as_of": gaps.today.isoformat(),
        "weeks": gaps.weeks,
        "pairs": [_pair(one, directory, lang) for one in gaps.pairs],
        "open_needs": [_open(one, directory, lang) for one in gaps.open_needs],
        "map": _map(gaps.map, directory, lang),
        "refusals": [
            {"reason": code, "label": REASONS[code].in_(lang), "count": count}
            for code, count in gaps.refusals.items()
        ],
        "doubles": [_double(one, directory, lang) for one in gaps.doubles],
        "words": _words(gaps, lang),
    }


def _pair(tie: UnusedTie, directory: Directory, lang: Lang) -> Json:
    def labels(codes: Iterable[str]) -> list[str]:
        return [need_label(code, directory, lang) for code in codes]

    return {
        "first": {"id": tie.first.id, "name": tie.first.name, "offers": labels(tie.first_offers)},
        "second": {"id": tie.second.id, "name": tie.second.name, "offers": labels(tie.second_offers)},
        "areas": [_place(area, directory, lang) for area in tie.areas],
        "text": words.COMPLETE.in_(lang),
    }


def _open(one: OpenNeed, directory: Directory, lang: Lang) -> Json:
    asked = [{"id": name, "name": organisation_name(name, directory, lang)} for name in one.ask]
    names = ", ".join(ask["name"] for ask in asked)
    return {
        "need": one.need,
        "need_label": need_label(one.need, directory, lang),
        "place": one.place,
        "place_label": _place(one.place, directory, lang),
        "sender": one.sender,
        "referrals": [{"id": name, "weeks": weeks} for name, weeks in one.waiting],
        "waiting_text": words.WAITING.filled(
            count=len(one.waiting), time=words.weeks_words(one.waiting[0][1], lang)
        ).in_(lang),
        "ask": asked,
        "ask_text": words.ASK.in_(lang).format(names=names) if asked else words.ASK_NOBODY.in_(lang),
    }


def _map(found: GapMap, directory: Directory, lang: Lang) -> Json:
    return {
        "areas": [{"id": area, "label": _place(area, directory, lang)} for area in found.areas],
        "needs": [
            {
                "need": need,
                "label": need_label(need, directory, lang),
                "cells": [found.cells[need][area] for area in found.areas],
            }
            for need in found.needs
        ],
        "states": [
            {
                "state": state,
                "label": words.STATES[state].in_(lang),
                "text": words.STATES_SAID[state].in_(lang),
            }
            for state in CELL_STATES
        ],
    }


def _double(one: Double, directory: Directory, lang: Lang) -> Json:
    return {
        "kind": one.kind,
        "text": words.DOUBLE_KINDS[one.kind].in_(lang),
        "sender": one.sender,
        "need": one.need,
        "need_label": need_label(one.need, directory, lang),
        "referrals": list(one.referrals),
    }


def _words(gaps: Gaps, lang: Lang) -> Json:
    """Return headings and notes; what is empty says so."""
    return {
        "map": words.MAP.in_(lang),
        "map_note": words.MAP_NOTE.in_(lang),
        "pairs": words.PAIRS.in_(lang),
        "pairs_note": (words.PAIRS_NOTE if gaps.pairs else words.PAIRS_NONE).in_(lang),
        "open": words.OPEN.filled(time=words.weeks_words(gaps.weeks, lang)).in_(lang),
        "open_note": "" if gaps.open_needs else words.OPEN_NONE.in_(lang),
        "refusals": words.REFUSALS.in_(lang),
        "refusals_note": (words.REFUSALS_NOTE if any(gaps.refusals.values()) else words.REFUSALS_NONE).in_(
            lang
        ),
        "doubles": words.DOUBLES.in_(lang),
        "doubles_note": (words.DOUBLES_NOTE if gaps.doubles else words.DOUBLES_NONE).in_(lang),
    }


def _place(place: str, directory: Directory, lang: Lang) -> str:
    if not place:
        return words.NO_PLACE.in_(lang)
    row = directory.places.get(place)
    return row.label.in_(lang) if row else place
