"""`refer`, `referral`, `referrals`, `tonight`, `called`: one evening at the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from api.cli import refer, session
from api.cli.main import run
from sociogram.stores.memory_store import MemoryStore

Capsys = pytest.CaptureFixture[str]
MADE = (
    "refer",
    "--from",
    "aracem",
    "--need",
    "hebergement",
    "--place",
    "gao",
    "--to",
    "Maison du Migrant de Gao",
)
AGREED = ("--consent-language", "bm", "--consent-month", "2026-03")


@pytest.fixture(autouse=True)
def _one_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command of a test opens the same store, which stays open: no key is derived thirty times."""
    store = MemoryStore()
    monkeypatch.setattr(store, "close", lambda: None)
    monkeypatch.setattr(session, "open_store", lambda *_, **__: store)


def told(capsys: Capsys, *arguments: str, code: int = 0) -> Any:
    assert run([*arguments, "--json"]) == code
    return json.loads(capsys.readouterr().out)


def refused(capsys: Capsys, *arguments: str) -> str:
    assert run(list(arguments)) == 2
    said = capsys.readouterr()
    lines = said.err.splitlines()
    assert len(lines) == 1, said.err
    return lines[0]


def test_made_and_sent_then_answered_by_the_letters_of_the_paper(capsys: Capsys, tmp_path: Path) -> None:
    slip = tmp_path / "papier.pdf"
    made = told(capsys, *MADE, *AGREED, "--priority", "urgent", "--focal-point", "--slip", str(slip))
    assert slip.read_bytes().startswith(b"%PDF")
    found = made["referral"]
    assert found["state"]["code"] == "sent"
    assert found["way"]["code"] == "phone"
    assert found["focal_point"]
    assert found["consent"] == {"scope": "need", "language": "bm", "month": "2026-03"}
    assert found["person"]
    letters = found["reference"]
    assert told(capsys, "referral", "in-service", letters)["referral"]["answered_on"]
    done = told(capsys, "referral", "completed", letters.replace(" ", "").lower(), "--outcome", "partly")
    assert done["history"][-1]["text"] == "Terminée : aidée en partie."
    assert run(["referral", "show", letters]) == 0
    assert "Possible maintenant" in capsys.readouterr().out


def test_someone_who_is_not_in_the_directory(capsys: Capsys) -> None:
    made = told(capsys, *MADE[:-1], "le chef du quartier", "--country", "NE", "--no-consent")
    assert made["referral"]["receiver"] == {"id": None, "name": "le chef du quartier"}
    assert made["referral"]["way"]["code"] == "slip"
    assert made["referral"]["country"] == "NE"
    hidden = told(capsys, *MADE[:-1], "refuge-demo", "--no-consent")
    assert hidden["referral"]["receiver"] == {"id": None, "name": "refuge-demo"}


def test_reroute_asks_for_consent_anew_and_keeps_the_person(capsys: Capsys) -> None:
    first = told(capsys, *MADE, *AGREED)["referral"]
    again = ("refer", "--instead-of", first["reference"], "--to", "croix-rouge du quartier")
    assert "--consent-language" in refused(capsys, *again)
    second = told(capsys, *again, "--no-consent")["referral"]
    assert second["rerouted_from"] == first["id"]
    assert second["person"] == first["person"]
    assert second["need"] == first["need"]
    assert told(capsys, "referral", "show", first["id"])["referral"]["state"]["code"] == "rerouted"


def test_a_withdrawal_is_told_to_each_and_answered_by_each(capsys: Capsys) -> None:
    letters = told(capsys, *MADE, *AGREED)["referral"]["reference"]
    withdrawn = told(capsys, "referral", "consent-withdrawn", letters)
    assert [one["name"] for one in withdrawn["withdrawal"]["to_tell"]] == ["Maison du Migrant de Gao"]
    after = told(capsys, "referral", "told", letters, "--who", "maison-du-migrant-gao")
    assert after["withdrawal"]["to_tell"] == []
    assert run(["referral", "slip", letters, "-o", "papier.pdf"]) == 2


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((*MADE,), "--consent-language"),
        ((*MADE, *AGREED, "--no-consent"), "--consent-language"),
        ((*MADE, *AGREED[:3], "mars"), "--consent-month"),
        ((*MADE, *AGREED, "--by", "pigeon"), "--by"),
        ((*MADE, *AGREED, "--draft", "--by", "phone"), "--by"),
        ((*MADE, *AGREED, "--priority", "soon"), "--priority"),
        ((*MADE, *AGREED, "--on", "hier"), "--on"),
        ((*MADE, "--no-consent", "--by", "phone"), "--by"),
        (("refer", "--to", "x", "--no-consent"), "--from"),
        (("refer", "--from", "aracem", "--need", "plaidoyer", "--to", "x", "--no-consent"), "--need"),
        (("refer", "--from", "nobody", "--need", "ecoute", "--to", "x", "--no-consent"), "--from"),
        (
            ("refer", "--from", "aracem", "--need", "ecoute", "--to", "x", "--no-consent", "--place", "x"),
            "--place",
        ),
        ((*MADE, *AGREED, "--same-person-as", "0000"), "id"),
        (("referral", "eaten", "0000"), "EVENT"),
        (("referral", "slip", "0000"), "-o"),
        (("referral", "accepted", "0000"), "id"),
        (("referrals", "--state", "lost"), "--state"),
        (("tonight", "--set", "a;b;c;d;e"), "--set"),
    ],
)
def test_what_is_refused_names_its_option(capsys: Capsys, arguments: tuple[str, ...], named: str) -> None:
    assert refused(capsys, *arguments).startswith(f"{named} : ")


def test_letters_that_several_bear_are_not_enough(capsys: Capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = iter(f"abcd{number}000-0000-4000-8000-000000000000" for number in range(4))
    monkeypatch.setattr(refer, "uuid4", lambda: next(letters))
    for _ in range(2):
        told(capsys, *MADE, *AGREED)
    assert refused(capsys, "referral", "accepted", "ABCD").startswith("ID : plusieurs")
    assert told(capsys, "referral", "accepted", "abcd 3")["referral"]["state"]["code"] == "accepted"


def test_options_of_another_step_are_refused(capsys: Capsys) -> None:
    letters = told(capsys, *MADE, *AGREED)["referral"]["reference"]
    assert refused(capsys, "referral", "accepted", letters, "--reason", "safety").startswith("--reason : ")
    assert refused(capsys, "referral", "declined", letters).startswith("--reason : ")
    assert refused(capsys, "referral", "declined", letters, "--reason", "laziness").startswith("--reason : ")


def test_the_list_the_table_and_the_times(capsys: Capsys, tmp_path: Path) -> None:
    told(capsys, *MADE, *AGREED, "--on", "2020-03-01")
    told(capsys, *MADE, "--no-consent", "--draft")
    found = told(capsys, "referrals")
    assert [one["state"]["code"] for one in found["items"]] == ["sent", "draft"]
    assert told(capsys, "referrals", "--state", "draft")["items"] == found["items"][1:]
    assert told(capsys, "referrals", "--deadlines", "6", "24", "100")["hours"]["normal"] == 100
    table = tmp_path / "orientations.csv"
    assert run(["referrals", "--csv", str(table)]) == 0
    lines = table.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("2020-03,")


def test_the_night_list_is_shown_and_set(capsys: Capsys) -> None:
    assert told(capsys, "tonight", code=1)["functions"] == []
    kept = told(capsys, "tonight", "--set", "permanence;+223 00 00 00 00;20 h - 6 h;aracem", "--set", "garde")
    assert [one["label"] for one in kept["functions"]] == ["permanence", "garde"]
    assert told(capsys, "tonight") == kept
    assert told(capsys, "tonight", "--clear")["functions"] == []


def test_a_referral_made_by_mistake_is_forgotten(capsys: Capsys) -> None:
    letters = told(capsys, *MADE, *AGREED)["referral"]["reference"]
    assert run(["referral", "forget", letters]) == 0
    assert told(capsys, "referrals")["items"] == []


def test_what_is_noted_outlives_the_command(
    capsys: Capsys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same on an encrypted file, made by the first referral."""
    monkeypatch.undo()
    monkeypatch.setenv("SOCIOGRAM_STORE", f"sqlite:///{tmp_path / 'store.db'}")
    monkeypatch.setenv("SOCIOGRAM_PASSPHRASE", "cinq feutres et une grande feuille")
    made = told(capsys, *MADE, *AGREED)["referral"]
    assert [one["id"] for one in told(capsys, "referrals")["items"]] == [made["id"]]
    assert b"hebergement" not in (tmp_path / "store.db").read_bytes()


ASKED = ("suggest", "--from", "oim", "--need", "formation_professionnelle", "--group", "jeunes")
SERVICE = "snv--formation-professionnelle-1"


def test_a_call_that_was_noted_changes_the_next_suggestion(capsys: Capsys) -> None:
    asked = (*ASKED, "--on", "2026-11-22")
    assert SERVICE in {one["service"] for one in told(capsys, *asked)["suggestions"]}
    call = ("called", SERVICE, "closed", "--until", "2027-02-28", "--on", "2026-11-21")
    noted = told(capsys, *call)
    assert (noted["version"], noted["status"], noted["on"]) == (1, "closed", "2026-11-21")
    closed = told(capsys, *asked, code=1)
    assert "closed_for_now" in {one["reason"] for one in closed["excluded"]}
    assert run(list(call)) == 0
    said = capsys.readouterr().out
    assert said.startswith("Noté, appel du 21 novembre 2026 : ")
    assert said.endswith("ormation professionnelle — fermé, jusqu'au 28 février 2027.\n")
    again = ("called", SERVICE, "open", "--places", "3", "--on", "2026-11-22", "--note", "accueil")
    assert run([*again, "--lang", "en"]) == 0
    assert "call of 22 November 2026" in (said := capsys.readouterr().out)
    assert "open, free places: 3." in said
    assert SERVICE in {one["service"] for one in told(capsys, *asked)["suggestions"]}


def test_a_call_about_a_hidden_service_is_refused_as_one_about_none(capsys: Capsys) -> None:
    lines = {refused(capsys, "called", one, "open") for one in ("refuge-demo--1", "nothing-here", "\ud800")}
    assert len(lines) == 1


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("maybe",), "RESULT"),
        (("open", "--places", "-1"), "--places"),
        (("open", "--places", "many"), "--places"),
        (("closed", "--until", "soon"), "--until"),
        (("closed", "--until", "2027-02-30"), "--until"),
        (("open", "--on", "yesterday"), "--on"),
        (("open", "--note", "x" * 5000), "--note"),
    ],
)
def test_a_call_that_cannot_be_noted_names_its_option(
    capsys: Capsys, words: tuple[str, ...], named: str
) -> None:
    line = refused(capsys, "called", SERVICE, *words)
    assert named in line
    assert not any(word in line for word in ("maybe", "soon", "yesterday", "xxx"))
