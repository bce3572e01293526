"""Events as strangers may send them: each fault is told with its place, its field and a remedy."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from sociogram.errors import BadInput
from sociogram.loop.checking import checked
from sociogram.loop.event import EventLog, StoredEvent
from sociogram.loop.kinds import DECLINE_REASONS, KINDS
from sociogram.loop.wire import canonical, event_json, log_json, parse_event
from tests.sociogram.loop.told import ARGS, DAY, MADE, told, uuid

GOOD = event_json(
    told(
        1,
        "referral_made",
        place="bamako",
        receiver="beta",
        service="beta--ecoute-1",
        receiver_text="Une voisine du quartier",
        country="ML",
        groups=["femmes", "mineurs"],
        person=uuid(77),
        consent={"scope": "need", "language": "bm", "month": "2026-11"},
    )
)
CONSENT = GOOD["args"]["consent"]
NIGHT, CHECK = {"kind": "night_list", "subject": ""}, {"kind": "service_checked", "subject": "s"}


def args(**changes: Any) -> dict[str, Any]:
    return {"args": {**GOOD["args"], **changes}}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"id": uuid(1).upper().replace("0", "A")}, "id"),
        ({"id": 1}, "id"),
        ({"id": uuid(1) + "\n"}, "id"),
        ({"kind": "referral"}, "kind"),
        ({"kind": None}, "kind"),
        ({"kind": ["accepted"]}, "kind"),
        ({"subject": ""}, "subject"),
        ({"subject": "beta"}, "subject"),
        ({"at": "2026-11-20"}, "at"),
        ({"at": "2026-11-20T25:00:00Z"}, "at"),
        ({"at": "2026-11-20T10:00:00+02:00"}, "at"),
        ({"on": "2026-02-30"}, "on"),
        ({"on": "2026-11-20T10:00:00Z"}, "on"),
        ({"on": "20261120"}, "on"),
        ({"on": "1066-01-01"}, "on"),
        ({"on": 20261120}, "on"),
        ({"by": ""}, "by"),
        ({"by": "a b"}, "by"),
        ({"args": []}, "args"),
        ({"args": {}}, "args.need"),
        (args(need=None), "args.need"),
        (args(need=""), "args.need"),
        (args(need="\ud800"), "args.need"),
        (args(need="e\u0301coute"), "args.need"),
        (args(focal_point=1), "args.focal_point"),
        (args(focal_point="oui"), "args.focal_point"),
        (args(priority="soon"), "args.priority"),
        (args(receiver_text=" "), "args.receiver_text"),
        (args(receiver_text="a\u202eb"), "args.receiver_text"),
        (args(receiver_text="x" * 201), "args.receiver_text"),
        (args(country="mali"), "args.country"),
        (args(groups="femmes"), "args.groups"),
        (args(groups=["femmes", 2]), "args.groups[1]"),
        (args(groups=["g"] * 51), "args.groups"),
        (args(person="Awa"), "args.person"),
        (args(consent=True), "args.consent"),
        (args(consent={**CONSENT, "signature": "x"}), "args.consent.signature"),
        (args(consent={**CONSENT, "scope": "all"}), "args.consent.scope"),
        (args(consent={**CONSENT, "month": "2026-13"}), "args.consent.month"),
        (args(consent={**CONSENT, "language": "Bambara"}), "args.consent.language"),
        (args(name="Awa"), "args.name"),
        (args(**{"<b>": "Awa"}), "args[?]"),
        ({"kind": "declined", "args": {"reason": "tired"}}, "args.reason"),
        ({"kind": "rerouted", "args": {"to": GOOD["subject"]}}, "args.to"),
        ({"kind": "told", "args": {}}, "args.organisation"),
        ({"kind": "deadline_set", "args": {"hours": 0}}, "args.hours"),
        ({"kind": "deadline_set", "args": {"hours": True}}, "args.hours"),
        ({"kind": "deadline_set", "args": {"hours": 24.0}}, "args.hours"),
        ({"kind": "deadlines_set", "subject": "x", "args": {}}, "args.emergency"),
        ({"kind": "night_list", "subject": "x", "args": {"functions": []}}, "subject"),
        ({**NIGHT, "args": {"functions": [{"phone": "1"}]}}, "args.functions[0].label"),
        ({**CHECK, "args": {"status": "open", "places": -1}}, "args.places"),
        ({**CHECK, "args": {"status": "open", "until": "demain"}}, "args.until"),
        ({"kind": "tally_entered", "subject": "", "args": {}}, "args"),
        ({"kind": "tally_entered", "subject": "", "args": {"a": 1.5}}, "args"),
        ({"kind": "tally_entered", "subject": "", "args": {"a": [[[[[[[[1]]]]]]]]}}, "args"),
        ({"kind": "tally_entered", "subject": "", "args": {"a": [0] * 20_001}}, "args"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_field(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_event({**GOOD, **changes}, place="$.events[1]")
    problem = refused.value.first
    assert (problem.place, problem.field) == ("$.events[1]", field)
    assert all((problem.says.fr, problem.says.en, problem.remedy.fr, problem.remedy.en))
    for lang in ("fr", "en"):
        line = problem.line(lang)  # type: ignore[arg-type]
        assert "Awa" not in line
        assert "<" not in line


@pytest.mark.parametrize("raw", [None, [], "x", 1, {}, {**GOOD, "extra": 1}, {"id": uuid(1)}])
def test_what_is_no_event_is_refused(raw: object) -> None:
    with pytest.raises(BadInput) as refused:
        parse_event(raw)
    assert refused.value.first.place.startswith("$")


def test_every_kind_comes_back_from_the_wire_as_it_went() -> None:
    more = {
        "night_list": {
            "functions": [{"label": "Garde", "phone": "+223 00 00 00 00", "organisation": "beta"}]
        },
        "tally_entered": {"period": "2026-T3", "rows": [{"made": 3}], "note": "à la main", "none": None},
        "rerouted": {"to": uuid(5)},
    }
    for number, kind in enumerate(KINDS, start=1):
        said = {**(MADE if kind == "referral_made" else ARGS.get(kind, {})), **more.get(kind, {})}
        subject = {"referral": uuid(9), "service": "beta--ecoute-1", "network": ""}[KINDS[kind].about]
        raw = {"id": uuid(number), "kind": kind, "subject": subject, "at": "2026-11-20T10:00:00.5Z"}
        event = parse_event({**raw, "on": "2026-11-20", "by": "Zoé@ailleurs", "args": said})
        again = parse_event(json.loads(json.dumps(event_json(event))))
        assert again == event
        assert canonical(again) == canonical(event)
        log = log_json(EventLog(1, (StoredEvent(1, DAY, event),)))
        assert log["events"][0]["event"] == event_json(event)


def test_asked_and_refused_costs_nothing() -> None:
    """No consent is written like one that was not asked for: there is nothing to tell them apart."""
    without = told(1, "referral_made")
    assert told(1, "referral_made", consent=None) == without


def test_texts_are_cleaned_and_reasons_are_a_closed_list() -> None:
    assert told(1, "declined", reason="other", text="Com\u200bplet").args["text"] == "Complet"
    for reason in DECLINE_REASONS:
        assert told(1, "declined", reason=reason).args == {"reason": reason}


def test_only_whole_days_are_days() -> None:
    for wrong in (datetime(2026, 11, 20, tzinfo=UTC), "2026-11-20", None):
        with pytest.raises(BadInput):
            checked(replace(told(1, "accepted"), on=wrong))  # type: ignore[arg-type]
    assert checked(told(1, "accepted", on=date(2026, 1, 1))).on == date(2026, 1, 1)
