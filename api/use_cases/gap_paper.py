"""The papers about gaps: what may be printed and shown, and no more than that."""

from collections.abc import Sequence
from typing import Any

from api.use_cases.gaps import Gaps
from api.use_cases.gaps_answer import gaps_json
from layouts.frame.words import date_words
from layouts.gap_pages import write_cards, write_gaps
from sociogram.dates import PartialDate
from sociogram.gaps import card_words, words
from sociogram.gaps.four_words import Below, drawn_words
from sociogram.language import Bilingual, Lang

_FEW = 5
Json = dict[str, Any]


def gaps_pdf(gaps: Gaps, lang: Lang) -> bytes:
    """Return the page of gaps as PDF.

    Unlike the screen of its own house it names no discreet organisation, no referral and no double
    follow-up, and tells no number under five.
    """
    answer = gaps_json(gaps, lang)
    day = PartialDate(gaps.today.year, gaps.today.month, gaps.today.day)
    return write_gaps(
        {
            "lang": lang,
            "title": answer["title"],
            "as_of": words.AS_OF.in_(lang).format(day=date_words(day, lang)),
            "footer": words.FOOTER.in_(lang),
            "map": _map(answer),
            "sections": [_open(answer, lang), _refusals(answer, lang), _pairs(answer, gaps, lang)],
        }
    )


def cards_pdf(lang: Lang, below: Below) -> bytes:
    """Return a page of cards, each with words of its own, drawn by `below`; nothing of them is kept."""
    return write_cards(
        {
            "lang": lang,
            "title": card_words.TITLE.in_(lang),
            "heading": card_words.HEADING.in_(lang),
            "lines": [line.in_(lang) for line in card_words.LINES],
            "cards": [list(drawn_words(lang, below)) for _ in range(card_words.CARDS_ON_A_PAGE)],
        }
    )


def _map(answer: Json) -> Json:
    found, said = answer["map"], answer["words"]
    return {
        "heading": said["map"],
        "note": said["map_note"],
        "areas": [area["label"] for area in found["areas"]],
        "needs": [{"label": row["label"], "cells": row["cells"]} for row in found["needs"]],
        "states": {state["state"]: state["label"] for state in found["states"]},
        "legend": [f"{state['label']} — {state['text']}" for state in found["states"]],
    }


def _pairs(answer: Json, gaps: Gaps, lang: Lang) -> Json:
    said, rows = answer["words"], []
    for pair, tie in zip(answer["pairs"], gaps.pairs, strict=True):
        if tie.first.discreet or tie.second.discreet:
            continue
        offers = [", ".join(one["offers"]) for one in (pair["first"], pair["second"])]
        told = offers if offers[0] else [pair["text"], ""]
        rows.append([tie.first.sign, tie.second.sign, ", ".join(pair["areas"]), *told])
    return _section(said["pairs"], said["pairs_note"], words.PAIRS_HEAD, (5, 5, 3, 7, 7), rows, lang)


def _open(answer: Json, lang: Lang) -> Json:
    said = answer["words"]
    rows = [
        [
            one["need_label"],
            one["place_label"],
            words.WEEKS.in_(lang).format(weeks=one["referrals"][0]["weeks"]),
            ", ".join(ask["name"] for ask in one["ask"]) or one["ask_text"],
        ]
        for one in answer["open_needs"]
    ]
    return _section(said["open"], said["open_note"], words.OPEN_HEAD, (5, 3, 3, 10), rows, lang)


def _refusals(answer: Json, lang: Lang) -> Json:
    said = answer["words"]
    rows = [
        [one["label"], str(one["count"]) if one["count"] >= _FEW else words.FEW.in_(lang)]
        for one in answer["refusals"]
        if one["count"]
    ]
    return _section(said["refusals"], said["refusals_note"], words.REFUSALS_HEAD, (3, 1), rows, lang)


def _section(
    heading: str,
    note: str,
    head: Sequence[Bilingual],
    widths: Sequence[int],
    rows: list[list[str]],
    lang: Lang,
) -> Json:
    named = [one.in_(lang) for one in head]
    return {"heading": heading, "note": note, "head": named, "widths": list(widths), "rows": rows}
