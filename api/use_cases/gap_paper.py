"""The papers about gaps: what may be printed and shown, and no more than that."""

from collections.abc import Sequence
from typing import Any

from api.use_cases.gaps import Gaps
from api.use_cases.gaps_answer import gaps_json
from layouts.frame.words import TRIAL
from layouts.gap_pages import write_cards, write_gaps
from sociogram.counts.hiding import small
from sociogram.directory.plain_words import plain
from sociogram.gaps import card_words, words
from sociogram.gaps.four_words import Below, drawn_words
from sociogram.language import Bilingual, Lang
from sociogram.referral.periods import day_text

Json = dict[str, Any]


def gaps_pdf(gaps: Gaps, lang: Lang) -> bytes:
    """Return the page of gaps as PDF.

    Unlike the screen of its own house it names no discreet organisation, no referral and no double
    follow-up, and tells no number under five.
    """
    answer = gaps_json(gaps, lang)
    return write_gaps(
        {
            "title": answer["title"],
            "as_of": words.AS_OF.filled(day=day_text(gaps.today, lang)).in_(lang),
            "footer": f"{words.FOOTER.in_(lang)} {TRIAL.in_(lang)}.",
            "map": _map(answer),
            "sections": [_open(answer, lang), _refusals(answer, lang), _pairs(answer, gaps, lang)],
        },
        lang,
    )


def cards_pdf(lang: Lang, below: Below) -> bytes:
    """Return a page of cards, each with words of its own, drawn by `below`; nothing of them is kept."""
    return write_cards(
        {
            "title": card_words.TITLE.in_(lang),
            "heading": card_words.HEADING.in_(lang),
            "lines": [line.in_(lang) for line in card_words.LINES],
            "cards": [list(drawn_words(lang, below)) for _ in range(card_words.CARDS_ON_A_PAGE)],
        },
        lang,
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
    """Return the pairs in the order of the names that stand here: the short ones."""
    said, rows = answer["words"], []
    for pair, tie in zip(answer["pairs"], gaps.pairs, strict=True):
        if tie.first.discreet or tie.second.discreet:
            continue
        ends = [
            (one.sign, ", ".join(pair[end]["offers"]))
            for one, end in ((tie.first, "first"), (tie.second, "second"))
        ]
        (first, adds), (second, other) = sorted(ends, key=lambda end: plain(end[0]))
        told = (adds, other) if adds else (pair["text"], "")
        rows.append([first, second, ", ".join(pair["areas"]), *told])
    rows.sort(key=lambda row: (plain(row[0]), plain(row[1])))
    return _section(said["pairs"], said["pairs_note"], words.PAIRS_HEAD, (5, 5, 3, 7, 7), rows, lang)


def _open(answer: Json, lang: Lang) -> Json:
    said = answer["words"]
    rows = [
        [
            one["need_label"],
            one["place_label"],
            words.SINCE.filled(time=words.weeks_words(one["referrals"][0]["weeks"], lang)).in_(lang),
            ", ".join(ask["name"] for ask in one["ask"]) or one["ask_text"],
        ]
        for one in answer["open_needs"]
    ]
    return _section(said["open"], said["open_note"], words.OPEN_HEAD, (5, 3, 3, 10), rows, lang)


def _refusals(answer: Json, lang: Lang) -> Json:
    said = answer["words"]
    rows = [
        [one["label"], words.FEW.in_(lang) if small(one["count"]) else str(one["count"])]
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
