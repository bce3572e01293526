from pathlib import Path
from typing import Any

import pytest

from sociogram.dates import PartialDate
from sociogram.errors import BadInput, RuleBroken
from sociogram.language import Bilingual
from sociogram.situation.plain import read_plain
from sociogram.situation.plain_findings import plain_findings, require_sound
from sociogram.situation.plain_shape import PlainSituation
from tools.plain_examples import KNOWN, bent

PACKAGED = Path(__file__).parents[3] / "sociogram" / "data" / "mali" / "situations"


SOURCE = "activations.1.pattern_source"


def read(data: bytes) -> PlainSituation:
    return read_plain(data, place="f.json")


def test_the_base_is_read() -> None:
    plain = read(bent("id", "x"))
    assert plain.persons[0].birth == PartialDate(2004)
    assert plain.persons[0].status == ("mineurs",)
    assert plain.households[0].since == PartialDate(2020)
    assert plain.activations[1].source == ("a:b.txt", "3-4")
    assert plain.sensitivity == "prudence"
    assert plan_is_sound(plain)


def plan_is_sound(plain: PlainSituation) -> bool:
    require_sound(plain, KNOWN)
    return plain_findings(plain, KNOWN) == ()


@pytest.mark.parametrize(
    ("path", "value", "code", "place"),
    [
        ("id", ..., "bad_id", "$.id"),
        ("id", "", "bad_id", "$.id"),
        ("id", "a/b", "bad_id", "$.id"),
        ("id", "x" * 81, "bad_id", "$.id"),
        ("id", 7, "bad_id", "$.id"),
        ("id", "e\u0301", "bad_id", "$.id"),
        ("is_admin", True, "unknown_key", "$.is_admin"),
        ("persons.0.owner", "x", "unknown_key", "$.persons[0].owner"),
        ("persons.0.<script>", "x", "unknown_key", "$.persons[0][?]"),
        ("activations.0.order", 1, "unknown_key", "$.activations[0].order"),
        ("fictional", "yes", "bad_value", "$.fictional"),
        ("fictional", None, "bad_value", "$.fictional"),
        ("sensitivity", "secret", "bad_value", "$.sensitivity"),
        ("persons", {}, "bad_value", "$.persons"),
        ("persons.0", "p1", "bad_value", "$.persons[0]"),
        ("persons.1.id", "p1", "duplicate_id", "$.persons[1].id"),
        ("households.0.id", "w1", "duplicate_id", "$.households[0].id"),
        ("persons.0.label_fr", 3, "bad_value", "$.persons[0].label_fr"),
        ("persons.0.label_fr", "x" * 121, "text_too_long", "$.persons[0].label_fr"),
        ("persons.0.label_fr", "x" * 1_500_000, "text_too_long", "$.persons[0].label_fr"),
        ("persons.0.label_fr", "a\u202eb", "text_bidi", "$.persons[0].label_fr"),
        ("persons.0.label_fr", "\u200b", "text_blank", "$.persons[0].label_fr"),
        ("persons.0.gender", "female", "bad_value", "$.persons[0].gender"),
        ("persons.0.status", ["a b"], "bad_value", "$.persons[0].status"),
        ("persons.0.status", ["a"] * 21, "too_many", "$.persons[0].status"),
        ("persons.0.birth", 1800, "bad_date", "$.persons[0].birth"),
        ("persons.0.birth", 2090, "bad_date", "$.persons[0].birth"),
        ("persons.0.birth", 91, "bad_date", "$.persons[0].birth"),
        ("persons.0.birth", True, "bad_value", "$.persons[0].birth"),
        ("persons.0.birth", "2004-02-30", "bad_date", "$.persons[0].birth"),
        ("households.0.members", "p1", "bad_value", "$.households[0].members"),
        ("households.0.members", ["p1", "p1"], "bad_value", "$.households[0].members[1]"),
        ("households.0.members", [3], "bad_value", "$.households[0].members[0]"),
        ("households.0.until", "2019", "bad_date", "$.households[0].until"),
        ("households.0.since", 2020, "bad_value", "$.households[0].since"),
        ("links.0.kind", "cousins", "bad_value", "$.links[0].kind"),
        ("links.0.kind", "same_person", "bad_value", "$.links[0].kind"),
        ("links.0.a", 4, "bad_id", "$.links[0].a"),
        ("links.0.until", "tomorrow", "bad_date", "$.links[0].until"),
        ("households.0.housed_by", "a b", "bad_id", "$.households[0].housed_by"),
        ("professionals.0.organisation_id", 4, "bad_id", "$.professionals[0].organisation_id"),
        ("activations.0.seq", ..., "bad_value", "$.activations[0].seq"),
        ("activations.0.seq", "1", "bad_value", "$.activations[0].seq"),
        ("activations.0.seq", -1, "bad_value", "$.activations[0].seq"),
        ("activations.0.seq", 1.5, "bad_value", "$.activations[0].seq"),
        ("activations.0.seq", True, "bad_value", "$.activations[0].seq"),
        ("activations.1.seq", 1, "duplicate_id", "$.activations[1].seq"),
        ("activations.0.date", "2020-13", "bad_date", "$.activations[0].date"),
        ("activations.0.date", "31/10/2020", "bad_date", "$.activations[0].date"),
        ("activations.0.pattern_source", "x", "bad_value", "$.activations[0].pattern_source"),
        ("activations.0.pattern_source", {"page": 1}, "unknown_key", "$.activations[0].pattern_source.page"),
        (
            "activations.0.pattern_source",
            {"lines": "abc"},
            "bad_value",
            "$.activations[0].pattern_source.lines",
        ),
    ],
)
def test_no_situation_at_all(path: str, value: Any, code: str, place: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(bent(path, value))
    problem = caught.value.first
    assert (problem.code, problem.place) == (code, f"f.json, {place}")
    assert problem.remedy.fr
    assert len(problem.line("fr")) < 400


@pytest.mark.parametrize("data", [b"[]", b'"x"', b"3", b"null"])
def test_a_document_of_another_kind(data: bytes) -> None:
    with pytest.raises(BadInput):
        read(data)


@pytest.mark.parametrize(
    ("path", "value", "code", "place"),
    [
        ("activations.0.colour", "red", "E01", "$.activations[0].colour"),
        ("activations.0.channel", "rouge", "E01", "$.activations[0].channel"),
        ("activations.0.channel", 4, "E01", "$.activations[0].channel"),
        ("activations.0.from", ..., "E02", "$.activations[0].from"),
        ("activations.0.to", None, "E02", "$.activations[0].to"),
        ("activations.0.to", "", "E02", "$.activations[0].to"),
        ("links.0.b", ..., "E02", "$.links[0].b"),
        ("households.0.members", ["p1", "nobody"], "E02", "$.households[0].members"),
        ("households.0.members", ["w1"], "E06", "$.households[0].members"),
        ("professionals.0.id", "p1", "E06", "$.professionals[0].id"),
        ("activations.0.double", True, None, None),
        ("activations.0.double_headed", True, "E08", "$.activations[0].double_headed"),
        ("activations.0.both_ways", True, "E08", "$.activations[0].both_ways"),
        ("activations.0.bidirectional", True, "E08", "$.activations[0].bidirectional"),
        ("activations.0.deux-sens", True, "E08", "$.activations[0][?]"),
        ("activations.0.channel", "VT/TV", "E08", "$.activations[0].channel"),
        ("activations.0.channel", "V<->T", "E08", "$.activations[0].channel"),
        ("activations.0.channel", ["VT", "TV"], "E08", "$.activations[0].channel"),
        ("activations.0.quality", "bad", "E09", "$.activations[0].quality"),
        ("activations.0.weight", 3, "E09", "$.activations[0].weight"),
        ("links.0.conflict", True, "E09", "$.links[0].conflict"),
        ("links.0.kind", "conflict", "E09", "$.links[0].kind"),
        ("links.0.kind", "cutoff", "E09", "$.links[0].kind"),
        ("persons.0.diagnosis", "x", "E09", "$.persons[0].diagnosis"),
        ("persons.0.diagnostic_fr", "x", "E09", "$.persons[0].diagnostic_fr"),
        ("persons.0.blame", "x", "E09", "$.persons[0].blame"),
        ("households.0.violence", True, "E09", "$.households[0].violence"),
        ("diagnosis", "x", "E09", "$.diagnosis"),
    ],
)
def test_rules_broken_by_the_shape_of_the_file(path: str, value: Any, code: str | None, place: str) -> None:
    data = bent(path, value)
    if code is None:
        with pytest.raises(BadInput) as unknown:
            read(data)
        assert unknown.value.first.code == "unknown_key"
        return
    with pytest.raises(RuleBroken) as caught:
        read(data)
    assert (caught.value.first.code, caught.value.first.place) == (code, f"f.json, {place}")
    found = plain_findings(read_plain(data, place="f.json", strict=False), KNOWN)
    assert (code, f"f.json, {place}") in [(one.code, one.place) for one in found]


@pytest.mark.parametrize(
    ("path", "value", "code", "place"),
    [
        ("activations.0.channel", "TV", "E01", "$.activations[0].channel"),
        ("activations.1.channel", "VV", "E01", "$.activations[1].channel"),
        ("activations.0.to", "nobody", "E02", "$.activations[0].to"),
        ("activations.1.from", "nobody", "E02", "$.activations[1].from"),
        ("activations.0.to", "hidden-org", "E02", "$.activations[0].to"),
        ("links.0.a", "nobody", "E02", "$.links[0]"),
        ("activations.0.from", "w1", "E03", "$.activations[0]"),
        ("activations.1.from", "f1", "E04", "$.activations[1]"),
        ("activations.0.from", "org", "E04", "$.activations[0]"),
        ("links.0.a", "w1", "E05", "$.links[0]"),
        ("links.0.a", "f1", "E05", "$.links[0]"),
        ("links.0.a", "org", "E05", "$.links[0]"),
        ("links.0.a", "p1", "E05", "$.links[0]"),
        ("links.0", {"a": "f1", "b": "nobody"}, "E02", "$.links[0]"),
        ("persons.0.death", 1999, "E10", "$.persons[0]"),
        ("links.1", {"a": "p1", "b": "p1", "kind": "filiation"}, "E05", "$.links[1]"),
    ],
)
def test_rules_broken_by_what_the_file_says(path: str, value: Any, code: str, place: str) -> None:
    plain = read(bent(path, value))
    found = plain_findings(plain, KNOWN)
    # A wrong end makes the channel wrong too: the rule looked for must be there, at its place.
    assert (code, f"f.json, {place}") in [(one.code, one.place) for one in found]
    with pytest.raises(RuleBroken):
        require_sound(plain, KNOWN)


def test_what_an_organisation_id_names_is_never_an_error() -> None:
    plain = read(bent("professionals.0.organisation_id", "hidden-or-unknown"))
    assert plain_findings(plain, KNOWN) == ()


def test_a_hidden_end_and_an_unknown_end_are_told_alike() -> None:
    one = plain_findings(read(bent("activations.0.to", "hidden-org")), KNOWN)
    other = plain_findings(read(bent("activations.0.to", "no-such-id")), KNOWN)
    assert one == other


@pytest.mark.parametrize("path", sorted(PACKAGED.glob("*.json")), ids=lambda path: path.stem)
def test_the_packaged_situations_have_no_error(path: Path) -> None:
    plain = read_plain(path.read_bytes(), place=path.name)
    named = {one.organisation_id for one in plain.professionals}
    assert plain_findings(plain, named) == ()
    # Seen by somebody to whom none of these organisations is open, they have none either.
    assert plain_findings(plain, ()) == ()
    assert plain.fictional


def test_one_person_and_nothing_else_is_a_situation() -> None:
    plain = read(b'{"id": "seule", "persons": [{"id": "p1"}]}')
    assert plan_is_sound(plain)
    assert plain.title == Bilingual()


def test_an_empty_document_with_an_id_is_a_situation() -> None:
    assert plan_is_sound(read(b'{"id": "vide"}'))
