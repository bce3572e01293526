"""The steps that redraw a sheet by hand, in words: the places, the people, the thin lines, the arrows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from colour_codes.activation_code import pen_of_side
from colour_codes.charter import load_charter
from colour_codes.legend import ENDED_COUPLE
from colour_codes.palettes import Palette, link_stroke
from colour_codes.pens import Pen
from colour_codes.sides import Side
from layouts.copies.language_pack import LanguagePack
from layouts.copies.naming import End, ends_of
from layouts.copies.places import Place, place_words
from layouts.frame.words import printed
from layouts.individual.lines import home_line
from sociogram.date_words import date_words
from sociogram.situation.staging import Arrow, Container, Figure, KinLine, Staging

Sample = Literal[
    "home", "building", "person", "professional", "undecided", "arrow", "link", "words", "heading"
]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `sample` is drawn beside it, with `pen`; `key` is the kind of a thin line or a status.

    Each of `said` is a sentence on lines of its own; `note` is said under them, in smaller letters. `number`
    is that of an arrow.
    """

    sample: Sample
    said: tuple[str, ...]
    pen: Pen = Pen.BLACK
    key: str = ""
    note: str = ""
    number: int = 0


def steps_of(
    staging: Staging,
    pack: LanguagePack,
    palette: Palette,
    centres: dict[str, Place],
    *,
    plain: bool = False,
) -> tuple[Step, ...]:
    """Return the steps in order. `centres`: where everything stands on the sheet. `plain`: no numbers."""
    made = _Steps(staging, pack, palette, centres, ends_of(staging, pack), plain)
    return (*made.start(), *made.people(), *made.arrows(), *made.end())


@dataclass(frozen=True, slots=True)
class _Steps:
    staging: Staging
    pack: LanguagePack
    palette: Palette
    centres: dict[str, Place]
    ends: dict[str, End]
    plain: bool

    def say(self, key: str, **values: object) -> str:
        return self.pack.say(f"redraw.{key}", **values)

    def with_(self, pen: Pen) -> str:
        return self.pack.say(f"with.{self.palette.value}.{pen.value}")

    def where(self, id_: str) -> str:
        return place_words(self.centres.get(id_), self.pack)

    def start(self) -> Iterator[Step]:
        yield Step("words", (self.say("turn"),))
        date = self.staging.date
        if date is None:
            yield Step("words", (self.say("no_date"),))
        else:
            yield Step("words", (self.say("date", date=date_words(date, self.staging.lang)),))

    def people(self) -> Iterator[Step]:
        yield Step("heading", (self.say("people"),))
        inside = {one.id: one.inside for one in self.staging.containers}
        for place in self.staging.containers:
            if not inside[place.id]:
                yield self.container(place)
                for inner in self.staging.containers:
                    if inner.inside == place.id:
                        yield self.container(inner, place)
        for figure in self.staging.figures:
            if figure.inside not in inside:
                yield self.alone(figure)
        for line in self.staging.kin:
            yield self.link(line)
        for former in self.staging.former_homes:
            a, b = self.ends[former.person].label, self.ends[former.household].label
            text = self.say("shared" if former.still else "former", a=a, b=b)
            when = (self.say("write", name=former.when),) if former.when else ()
            yield Step("link", (text, *when), Pen.PENCIL, home_line(former))

    def container(self, place: Container, outer: Container | None = None) -> Step:
        home = place.kind == "household"
        pen = pen_of_side(place.side)
        if outer is not None:
            text = self.say("in_building", pen=self.with_(pen), outer=self.ends[outer.id].label)
        else:
            text = self.say("home" if home else "building", pen=self.with_(pen), where=self.where(place.id))
        said = [text, self.say("write", name=self.ends[place.id].label)]
        members = [self.ends[id_].label for id_ in place.members]
        if members:
            said.append(
                self.say("inside_one" if len(members) == 1 else "inside_many", **self.counted(members))
            )
        return Step("home" if home else "building", tuple(said), pen)

    def counted(self, members: list[str]) -> dict[str, object]:
        named = self.listed(members)
        return {"names": named} if len(members) == 1 else {"names": named, "count": len(members)}

    def listed(self, names: list[str]) -> str:
        if len(names) == 1:
            return names[0]
        return self.say("and", a=", ".join(names[:-1]), b=names[-1])

    def alone(self, figure: Figure) -> Step:
        undecided = figure.side is Side.UNDECIDED
        pen = pen_of_side(figure.side)
        text = self.say("alone", pen=self.with_(pen), where=self.where(figure.id))
        said = (text, self.say("write", name=self.ends[figure.id].label))
        sample: Sample = "undecided" if undecided else figure.kind
        return Step(sample, (*said, self.say("undecided")) if undecided else said, pen)

    def link(self, line: KinLine) -> Step:
        dashed = bool(link_stroke(line.kind, self.palette).dash)
        a, b = self.ends[line.a].label, self.ends[line.b].label
        if line.kind == "same_person":
            return Step("link", (self.say("same_person", a=a, b=b),), Pen.PENCIL, line.kind)
        text = self.say("link_dashed" if dashed else "link", pen=self.with_(Pen.BLACK), a=a, b=b)
        if line.kind == "foster":
            said = [text, self.say("foster")]
        else:
            kind = printed(load_charter().links[line.kind].said(self.staging.lang))
            said = [text, self.say("kind", kind=kind)]
        if line.ended:
            said.append(self.say("ended_link"))
        return Step(
            "link",
            tuple(said),
            Pen.BLACK,
            ENDED_COUPLE if line.kind == "couple" and line.ended else line.kind,
        )

    def arrows(self) -> Iterator[Step]:
        if not self.staging.arrows:
            return
        yield Step("heading", (self.say("arrows"),))
        said = {line.arrow: printed(line.sentence) for line in self.staging.story}
        for arrow in self.staging.arrows:
            yield self.arrow(arrow, said.get(arrow.id, ""))

    def arrow(self, arrow: Arrow, sentence: str) -> Step:
        text = self.say(
            "arrow",
            pen=self.with_(arrow.pen),
            activator=self.ends[arrow.activator].label,
            activated=self.ends[arrow.activated].label,
        )
        said = [text] if self.plain else [text, self.say("order", number=arrow.number)]
        if arrow.status != "active":
            said.append(self.say(f"status.{arrow.status}"))
        number = 0 if self.plain else arrow.number
        return Step("arrow", tuple(said), arrow.pen, arrow.status, sentence, number)

    def end(self) -> Iterator[Step]:
        yield Step("heading", (self.say("end"),))
        yield Step("words", (self.say("legend"),))
        yield Step("words", (self.say("read"),))
