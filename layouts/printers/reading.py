"""A Sheet as words in reading order: what a screen reader says and what text taken out of a PDF tells.

Nothing is known here but the labels and data of the sheet's groups: what a sheet does not say of itself (the
pens of an exercise, say) is not said here either.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from colour_codes.charter import load_charter
from colour_codes.pens import Pen
from layouts.printers.reading_words import (
    ARROWS,
    ELSEWHERE,
    ENDED_COUPLE,
    FORMER_HOME,
    LINK,
    LINK_KINDS,
    LINKS,
    OTHER,
    OTHER_HOME,
    WHO,
)
from layouts.sheet import Group, Item, Sheet, Text
from sociogram.language import Bilingual, Lang

_PLACES = ("household", "institution")
_FIGURES = ("person", "professional")
_PENS = {pen.value: pen for pen in Pen}
_SEEN_AS_TEXT = ("legend", "story", "date", "title", "heading", "fictional", "footer")
"""Groups whose words stand on the sheet as they are."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list; `number` is its place in the story, None where the order says nothing."""

    text: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines under it."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A sheet in words. Empty where everything it holds is already text on it."""

    title: str
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: str

    def __bool__(self) -> bool:
        return bool(self.sections)


def reading_of(sheet: Sheet) -> Reading:
    """Return `sheet` in words: who stands where, who is linked, then every arrow in the story's order."""
    groups = tuple(_groups(sheet.items))
    names = {_data(group).get("id", ""): group.label for group in groups if group.label}
    sections = (
        _who(groups, names, sheet.lang),
        _section(LINKS, tuple(_links(groups, names, sheet.lang)), sheet.lang),
        _section(ARROWS, _arrows(groups, sheet), sheet.lang),
        _section(OTHER, tuple(_others(groups)), sheet.lang),
    )
    opening = (sheet.desc, *_said(groups, "fictional"))
    return Reading(
        sheet.title or sheet.desc or "Sociogram",
        tuple(words for words in opening if words),
        tuple(section for section in sections if section.lines),
        " ".join(_said(groups, "footer")),
    )


def _groups(items: Sequence[Item]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from _groups(item.items)


def _data(group: Group) -> Mapping[str, str]:
    return dict(group.data)


def _section(heading: Bilingual, lines: tuple[Line, ...], lang: Lang) -> Section:
    return Section(heading.in_(lang), lines)


def _said(groups: Sequence[Group], kind: str) -> Iterator[str]:
    for group in groups:
        if _data(group).get("kind") == kind:
            yield from (item.text for item in group.items if isinstance(item, Text))


def _who(groups: Sequence[Group], names: Mapping[str, str], lang: Lang) -> Section:
    """Name every place with those inside it, then those outside any place."""
    inside: dict[str, list[str]] = {}
    for group in groups:
        data = _data(group)
        if data.get("kind") in (*_FIGURES, *_PLACES) and group.label:
            inside.setdefault(data.get("parent", ""), []).append(data.get("id", ""))
    lines = []
    for group in groups:
        data = _data(group)
        if data.get("kind") in _PLACES and group.label:
            held = [names[one] for one in inside.get(data.get("id", ""), ())]
            lines.append(Line(_listed(group.label, held, lang)))
    places = {_data(group).get("id") for group in groups if _data(group).get("kind") in _PLACES}
    outside = [names[one] for one in inside.get("", ()) if one not in places]
    if outside:
        lines.append(Line(_listed(ELSEWHERE.in_(lang), outside, lang)))
    return _section(WHO, tuple(lines), lang)


def _listed(name: str, held: Sequence[str], lang: Lang) -> str:
    if not held:
        return f"{name}."
    between = "\u00a0; " if lang == "fr" else "; "
    return f"{name}{_colon(lang)}{between.join(held)}."


def _colon(lang: Lang) -> str:
    return "\u00a0: " if lang == "fr" else ": "


def _links(groups: Sequence[Group], names: Mapping[str, str], lang: Lang) -> Iterator[Line]:
    for group in groups:
        data = _data(group)
        if data.get("kind") == "link":
            ends = {"a": names.get(data.get("a", ""), ""), "b": names.get(data.get("b", ""), "")}
            words = ENDED_COUPLE if data.get("ended") else LINK_KINDS.get(data.get("link", ""), LINK)
        elif data.get("kind") == "former-home":
            ends = {"a": names.get(data.get("person", ""), ""), "b": names.get(data.get("household", ""), "")}
            words = OTHER_HOME if data.get("still") else FORMER_HOME
        else:
            continue
        if group.label:
            yield Line(group.label)
        elif all(ends.values()):
            yield Line(words.filled(**ends).in_(lang))


def _arrows(groups: Sequence[Group], sheet: Sheet) -> tuple[Line, ...]:
    found = []
    for group in groups:
        data = _data(group)
        if data.get("kind") == "activation" and group.label:
            order = data.get("order", "")
            found.append(Line(_pen(data, sheet) + group.label, int(order) if order.isdecimal() else None))
    return tuple(sorted(found, key=lambda line: (line.number is None, line.number or 0)))


def _pen(data: Mapping[str, str], sheet: Sheet) -> str:
    pen = _PENS.get(data.get("pen", ""))
    if pen is None:
        return ""
    return load_charter().pen_word(pen, sheet.palette.value, sheet.lang) + _colon(sheet.lang)


def _others(groups: Sequence[Group]) -> Iterator[Line]:
    """Whatever else has an accessible name: the ties of the network, and what comes later."""
    known = (*_PLACES, *_FIGURES, *_SEEN_AS_TEXT, "link", "former-home", "activation")
    for group in groups:
        if group.label and _data(group).get("kind") not in known:
            yield Line(group.label)
