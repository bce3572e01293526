"""Set the stage: who stands where at one date, in one language, for one viewer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from colour_codes.sides import Side
from sociogram.dates import PartialDate
from sociogram.language import Lang
from sociogram.rules.passive import passive_sentence
from sociogram.situation.homes import Homes, homes_at
from sociogram.situation.naming import Names, Naming
from sociogram.situation.situation import Situation
from sociogram.situation.staging import Arrow, Container, Figure, KinLine, Staging, StoryLine
from sociogram.situation.story import ToldArrow, latest_date, told_arrows

_LIVING, _WORKING = Side.LIVING_TOGETHER, Side.WORKING_TOGETHER


def stage(
    situation: Situation,
    *,
    lang: Lang,
    buildings: Mapping[str, str],
    until: PartialDate | None = None,
    date: PartialDate | None = None,
    names: Names = "labels",
) -> Staging:
    """Return the staging of a situation.

    `buildings`: the organisations the viewer sees, with the name to write on each; one that is not there
    behaves as no organisation. `until`: the state at a date, inclusive. `date`: what is written on the sheet,
    by default `until`, else the latest date the situation names, else none ("sans date").
    """
    shown = date or until or latest_date(situation)
    told = told_arrows(situation, buildings, until)
    homes = homes_at(situation, until or shown, until)
    made = _Stage(situation, buildings, told, homes, Naming(situation, lang, buildings, names))
    figures = tuple(made.figures())
    containers = tuple(made.containers(figures))
    standing = {figure.id for figure in figures} | {container.id for container in containers}
    return Staging(
        situation=situation.id,
        lang=lang,
        fictional=situation.about.fictional,
        date=shown,
        figures=figures,
        containers=containers,
        former_homes=homes.former,
        arrows=tuple(made.arrows()),
        kin=tuple(made.kin(standing, until or shown, until)),
        story=tuple(made.story(lang)),
        positions=tuple((name, at) for name, at in situation.positions.items() if name in standing),
        title=situation.words(situation.about.title, lang) if names == "labels" else "",
    )


@dataclass(frozen=True, slots=True)
class _Stage:
    situation: Situation
    buildings: Mapping[str, str]
    told: tuple[ToldArrow, ...]
    homes: Homes
    naming: Naming

    def figures(self) -> Iterator[Figure]:
        for person in self.situation.persons.values():
            birth = person.birth.year if person.birth else None
            home = self.homes.home_of.get(person.id)
            yield Figure(person.id, "person", _LIVING, self.naming.of(person.id), home, birth, person.gender)
        for one in self.situation.professionals.values():
            inside = one.organisation if self.is_building(one.organisation) else None
            yield Figure(one.id, "professional", _WORKING, self.naming.of(one.id), inside)
        for someone in self.situation.undecided.values():
            yield Figure(someone.id, "undecided", Side.UNDECIDED, self.naming.of(someone.id))

    def containers(self, figures: tuple[Figure, ...]) -> Iterator[Container]:
        members: dict[str, list[str]] = {}
        for figure in figures:
            if figure.inside is not None:
                members.setdefault(figure.inside, []).append(figure.id)
        for home in self.situation.households.values():
            if self.is_hidden(home.id):
                continue
            inside = home.housed_by if self.is_building(home.housed_by) else None
            yield Container(
                home.id,
                "household",
                _LIVING,
                self.naming.of(home.id),
                tuple(members.get(home.id, ())),
                inside,
            )
        for name in self.building_ids():
            yield Container(name, "institution", _WORKING, self.naming.of(name), tuple(members.get(name, ())))

    def is_hidden(self, home: str) -> bool:
        """A home that begins after the date is not there yet, unless the story already speaks of it."""
        ends = ({one.arrow.activator, one.arrow.activated} for one in self.told)
        return home in self.homes.hidden and not any(home in pair for pair in ends)

    def is_building(self, name: str | None) -> bool:
        return name is not None and (name in self.situation.institutions or self.is_organisation(name))

    def is_organisation(self, name: str) -> bool:
        """Ids of the situation win over those of the directory."""
        situation = self.situation
        own = (situation.persons, situation.professionals, situation.households, situation.undecided)
        return name in self.buildings and not any(name in part for part in own)

    def building_ids(self) -> list[str]:
        """The buildings of the sheet: written by hand, then where people work, live, or arrows end."""
        situation = self.situation
        named = [one.organisation for one in situation.professionals.values()]
        named += [one.housed_by for one in situation.households.values() if not self.is_hidden(one.id)]
        for one in self.told:
            named += [one.arrow.activator, one.arrow.activated]
        found = [*situation.institutions, *(name for name in named if name and self.is_building(name))]
        return list(dict.fromkeys(found))

    def arrows(self) -> Iterator[Arrow]:
        for one in self.told:
            arrow = one.arrow
            when = str(arrow.when or "")
            yield Arrow(arrow.id, arrow.activator, arrow.activated, one.pen, one.number, when, arrow.status)

    def kin(
        self, standing: set[str], date: PartialDate | None, until: PartialDate | None
    ) -> Iterator[KinLine]:
        for one in self.situation.kinships.values():
            later = until is not None and one.since is not None and not one.since.on_or_before(until)
            if later or not {one.a, one.b} <= standing:
                continue
            ended = one.until is not None and (date is None or one.until < date)
            label = self.naming.words(one.label)
            yield KinLine(one.id, one.a, one.b, one.kind, label, ended)

    def story(self, lang: Lang) -> Iterator[StoryLine]:
        for one in self.told:
            arrow = one.arrow
            sentence = passive_sentence(
                self.naming.full(arrow.activated), self.naming.full(arrow.activator), lang, arrow.status
            )
            label = self.naming.words(arrow.label)
            yield StoryLine(one.number, arrow.id, one.pen, str(arrow.when or ""), sentence, label)
