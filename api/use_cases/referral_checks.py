"""What an event may name: only what the viewer's directory holds. Hidden and absent get the same answer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from api.use_cases.referral_desk import Book, Desk, chain_of
from api.use_cases.referral_steps import HAND_WAYS
from sociogram.directory.choices import checked_groups, checked_needs, unknown_choice
from sociogram.errors import BadInput, Problem, bad_input
from sociogram.language import Bilingual
from sociogram.loop.event import Event, StoredEvent
from sociogram.loop.fold import fold
from sociogram.loop.lifecycle import may_be_sent
from sociogram.loop.refusal import refused

Made = Mapping[str, Event]
"""The makings by referral: those that are noted, and those of the same request."""


def check_known(event: Event, desk: Desk, book: Book, made: Made, *, place: str = "") -> Event:
    """Return the event as it is kept. BadInput names `place`, the field and the remedy."""
    try:
        return _checked(event, desk, book, made)
    except BadInput as fault:
        raise type(fault)(tuple(_placed(one, place) for one in fault.problems)) from None


def _placed(problem: Problem, place: str) -> Problem:
    """A making has one need: its field is no list."""
    return replace(problem, place=place or problem.place, field=problem.field.replace("need[0]", "need"))


def _checked(event: Event, desk: Desk, book: Book, made: Made) -> Event:
    args = event.args
    match event.kind:
        case "referral_made":
            return _making(event, desk, made)
        case "referral_sent":
            _check_way(event, made)
        case "rerouted":
            if args["to"] not in made:
                raise _unknown("args.to", "cette orientation n'est pas notée.", "this referral is not noted.")
        case "told":
            _check_told(event, desk, book)
        case "night_list":
            for at, one in enumerate(args["functions"]):
                _check_organisation(one.get("organisation"), desk, f"args.functions[{at}].organisation")
        case "service_checked":
            _check_service(event.subject, desk, "subject")
    return event


def _making(event: Event, desk: Desk, made: Made) -> Event:
    args = event.args
    if not {"receiver", "service", "receiver_text"} & args.keys():
        raise refused("event_missing", "args.receiver", expected=_TOWARDS)
    directory = desk.directory
    checked_needs(directory, (args["need"],), field="args.need")
    checked_groups(directory, args.get("groups", ()), field="args.groups")
    if "place" in args and args["place"] not in directory.places:
        raise unknown_choice("unknown_place", sorted(directory.places), "args.place", "lieu", "place")
    for name in ("sender", "receiver"):
        _check_organisation(args.get(name), desk, f"args.{name}")
    _check_person(event, made)
    if "service" not in args:
        return event
    _check_service(args["service"], desk, "args.service")
    offered_by = directory.services[args["service"]].organisation_id
    if args.get("receiver", offered_by) != offered_by:
        raise bad_input(
            "service_of_another",
            fr="ce service est celui d'une autre organisation.",
            en="this service belongs to another organisation.",
            remedy_fr="Nommer le service sans receiver, ou un service de cette organisation.",
            remedy_en="Name the service without receiver, or a service of that organisation.",
            field="args.service",
        )
    return replace(event, args={**args, "receiver": offered_by})


_TOWARDS = Bilingual(
    "Dire vers qui : receiver, service ou receiver_text.",
    "Say towards whom: receiver, service or receiver_text.",
)


def _check_person(event: Event, made: Made) -> None:
    person = event.args.get("person")
    if person is None:
        return
    for one in made.values():
        if one.args.get("person") == person and one.args["sender"] != event.args["sender"]:
            raise bad_input(
                "person_elsewhere",
                fr="une même personne ne se relie que dans une seule organisation qui oriente.",
                en="the same person is linked inside one referring organisation only.",
                remedy_fr="Laisser « person » vide, ou en donner un autre.",
                remedy_en="Leave “person” empty, or give another one.",
                field="args.person",
            )


def _check_way(event: Event, made: Made) -> None:
    """Without consent nothing is told of her: she goes herself. What an arrow sent, its sheet alone says."""
    if event.args["way"] not in HAND_WAYS:
        known = ", ".join(HAND_WAYS)
        expected = Bilingual(f"Choisir parmi : {known}.", f"Choose among: {known}.")
        raise refused("event_value", "args.way", expected=expected)
    making = made.get(event.subject)
    if making is None:
        return
    referral = fold((StoredEvent(1, making.on, making),))[making.subject]
    if not may_be_sent(referral, event.args["way"]):
        raise bad_input(
            "no_consent",
            fr="aucun accord n'est noté : rien ne se transmet ainsi.",
            en="no consent is on record: nothing is passed on that way.",
            remedy_fr="Choisir « slip » : la personne se présente elle-même, avec ou sans le papier.",
            remedy_en="Choose “slip”: the person goes herself, with or without the paper.",
            field="args.way",
        )


def _check_told(event: Event, desk: Desk, book: Book) -> None:
    """Who confirms may be one that knew and has left the directory since."""
    referral = book.referrals.get(event.subject)
    knew = {one.receiver for one in chain_of(referral, book)} if referral else set()
    if event.args.get("organisation") not in knew:
        _check_organisation(event.args.get("organisation"), desk, "args.organisation")


def _check_organisation(organisation: Any, desk: Desk, field: str) -> None:
    if organisation is not None and organisation not in desk.directory.organisations:
        raise _unknown(
            field,
            "cette organisation n'est pas dans votre annuaire.",
            "this organisation is not in your directory.",
        )


def _check_service(service: str, desk: Desk, field: str) -> None:
    if service not in desk.directory.services:
        raise _unknown(
            field, "ce service n'est pas dans votre annuaire.", "this service is not in your directory."
        )


def _unknown(field: str, fr: str, en: str) -> BadInput:
    return bad_input(
        "unknown_here",
        fr=fr,
        en=en,
        remedy_fr="Donner un identifiant de votre annuaire ou de votre liste.",
        remedy_en="Give an id of your directory or of your list.",
        field=field,
    )
