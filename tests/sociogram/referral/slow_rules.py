"""The rules of a suggestion read again, slowly, from the rows and the contract: nothing is shared with the
program."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sociogram.directory.directory import Directory
from sociogram.directory.rows import Service
from sociogram.referral.answer import Suggestion, SuggestionAnswer
from sociogram.referral.known import Known
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.service_check import ServiceCheck

TruePath = tuple[float, tuple[str, ...], tuple[str, ...]]
"""Cost, actors, ties."""


def in_order(path: TruePath) -> tuple[float, int, tuple[str, ...], tuple[str, ...]]:
    """By cost, then ties crossed, then the ids of actors, then those of ties."""
    return round(path[0], 7), len(path[2]), path[1], path[2]


def barred(directory: Directory, asked: SuggestionRequest) -> dict[str, str]:
    """Why an organisation may have no part in it, read from the rows."""
    found = {}
    for key, one in directory.organisations.items():
        classes = {name for name in asked.must_not_know if name not in directory.organisations}
        if key in asked.must_not_know or one.typology in classes or (classes and not one.typology):
            found[key] = "must_not_know"
        elif asked.consent and key not in asked.consent and one.typology not in asked.consent:
            found.setdefault(key, "no_consent")
    if found.get(asked.origin) == "no_consent":
        del found[asked.origin]
    return found


def against(directory: Directory, asked: SuggestionRequest, one: Service, check: ServiceCheck | None) -> str:
    """The first reason against a service but for who offers it, read from the contract."""
    if one.status in ("arrete", "historique"):
        return "closed"
    if one.status == "prevu":
        return "not_open_yet"
    if asked.target_groups and one.target_groups and not set(asked.target_groups) & set(one.target_groups):
        return "wrong_group"
    if asked.age is not None and not (one.age_min or 0) <= asked.age <= (
        one.age_max if one.age_max is not None else 999
    ):
        return "wrong_age"
    here = {place.lower() for place in one.places}
    if asked.places and here and not here & {*asked.places, "mali"}:
        return "out_of_area"
    if asked.languages and one.languages and not set(asked.languages) & set(one.languages):
        return "wrong_language"
    return dates_against(asked, one, check)


def dates_against(asked: SuggestionRequest, one: Service, check: ServiceCheck | None) -> str:
    if asked.on:
        open_now = {"01-15/03-31": False, "11-01/12-31": True, "2027-01-10/2027-02-10": False}
        if any(not open_now.get(window, True) for window in one.intake):
            return "outside_intake"
        if check and one.checked_on and date.fromisoformat(one.checked_on) > check.on:
            check = None
        counted = date.fromisoformat(one.capacity_on) if one.capacity_on else None
        places = one.capacity
        if check and not (counted and counted > check.on):
            told = 0 if check.status == "full" else check.places
            if told is not None:
                places, counted = told, check.on
            elif check.status == "open":
                places = None
        held = bool(check and check.until and asked.on <= check.until)
        lapsed = bool(check and check.until and asked.on > check.until)
        if check and check.status == "closed":
            if held or (not lapsed and (asked.on - check.on).days <= 60):
                return "closed_for_now"
            held = lapsed = False
        full = check is not None and check.status == "full"
        recent = counted is not None and (asked.on - counted).days <= 14
        if places == 0 and (held if full and (held or lapsed) else recent):
            return "full"
    return "closed_at_night" if asked.urgency == "tonight" and one.night is False else ""


def expected(
    directory: Directory, asked: SuggestionRequest, known: Known, ways: Sequence[TruePath]
) -> tuple[set[str], Counter[str]]:
    """The services that may be suggested, and how many may not, by reason."""
    kept_out = barred(directory, asked)
    clear = {path[1][-1] for path in ways if not set(path[1][1:]) & set(kept_out)}
    willing = set(barred(directory, replace(asked, must_not_know=())))
    unless_kept = {path[1][-1] for path in ways if not set(path[1][1:]) & willing}
    anyhow = {path[1][-1] for path in ways}
    good, reasons = set(), Counter[str]()
    for key, one in directory.services.items():
        owner = one.organisation_id
        why = kept_out.get(owner) or against(directory, asked, one, known.checks.get(key))
        if not why and owner not in clear:
            told_out = any(reason == "must_not_know" for reason in kept_out.values())
            why = (
                "must_not_know" if owner in unless_kept and told_out
                else "no_consent" if owner in anyhow and asked.consent
                else "unreachable"
            )  # fmt: skip
        if why:
            reasons[why] += 1
        else:
            good.add(key)
    return good, reasons


def broken(
    directory: Directory, answer: SuggestionAnswer, known: Known, ways: Sequence[TruePath]
) -> list[str]:
    """Every rule that an answer breaks. `ways`: all from the origin within the ties allowed, by whomever."""
    asked = answer.request
    good, reasons = expected(directory, asked, known, ways)
    shown = [one.service.id for one in answer.suggestions]
    found = ["suggested in spite of a rule"] if set(shown) - good else []
    found += ["left out without a rule"] if len(shown) != min(asked.k, len(good)) else []
    found += ["reasons"] if Counter(answer.needs[0].excluded) != reasons else []
    published = [(-one.score, one.hops, one.service.id) for one in answer.suggestions]
    found += ["order"] if published != sorted(published) else []
    out = set(barred(directory, asked)) - {asked.origin}
    clear = [path for path in ways if not set(path[1]) & out]
    for one in answer.suggestions:
        found += ways_broken(one, [path for path in clear if path[1][-1] == one.provider.id])
    told = {one.organisation for one in answer.night_list}
    found += ["night"] if told & out or not told <= set(directory.organisations) else []
    found += ["night by day"] if told and asked.urgency != "tonight" else []
    return found


def ways_broken(one: Suggestion, ways: Sequence[TruePath]) -> list[str]:
    """What is wrong with the way shown, and with the other one. `ways`: all there are that may be asked."""
    cost, actors, ties = min(ways, key=in_order)
    mine = tuple(step.actor.id for step in one.path)
    same = (mine, tuple(step.tie.id for step in one.path if step.tie)) == (actors, ties)
    found = [] if same else ["not the cheapest way"]
    found += [] if abs(one.cost / 1e9 - cost) < 1e-7 else ["cost"]
    return found + ([] if other_way_is_right(one, mine, ways) else ["other way"])


def other_way_is_right(one: Suggestion, mine: tuple[str, ...], ways: Sequence[TruePath]) -> bool:
    """There is another way when one exists that begins elsewhere: the cheapest that does without whoever is
    first on the way shown, else the cheapest that only begins elsewhere."""
    if len(mine) == 1:
        return one.other_paths == ()
    others = [path for path in ways if path[1][1] != mine[1]]
    without = [path for path in others if mine[1] not in path[1]]
    shown = [tuple(step.actor.id for step in path) for path in one.other_paths or ()]
    return shown == [path[1] for path in sorted(without or others, key=in_order)[:1]]
