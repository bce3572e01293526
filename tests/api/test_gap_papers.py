"""What is printed of gaps tells less than the screen; the cards tell nothing of anybody."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from starlette.testclient import TestClient

from api.cli.demo import demo_store
from api.cli.main import run
from api.use_cases.gap_paper import cards_pdf, gaps_pdf
from api.use_cases.gaps import gaps_of
from api.use_cases.sheet_events import SheetEvents
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.directory.packaged import packaged_directory, packaged_public_directory
from sociogram.directory.plain_words import plain
from sociogram.gaps.four_words import card_words, drawn_words
from sociogram.loop.forms.names import need_label
from sociogram.stores.protocol import Store
from tests.api.test_gaps import busy, grant_all
from tests.api.test_hidden_at_the_doors import without_hidden

Serve = Callable[[Store], TestClient]


def words_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def lines_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_page_has_the_map_the_waits_and_the_pairs(serve: Serve) -> None:
    answer = serve(busy()).get("/api/v1/gaps.pdf?lang=fr")
    assert answer.headers["content-type"] == "application/pdf"
    text = words_of(answer.content)
    for told in (
        "Ce qui manque au réseau",
        "Vu le 1er mars 2026",
        "Tombouctou",
        "à vérifier",
        "Hébergement Gao",
    ):
        assert told in text, told
    assert "plus de place moins de 5" in text
    english = words_of(serve(busy()).get("/api/v1/gaps.pdf?lang=en").content)
    assert "What the network lacks" in english
    assert "no place left fewer than 5" in english


def test_french_signs_do_not_begin_a_line_and_the_trial_is_said(serve: Serve) -> None:
    client = serve(busy())
    page = lines_of(client.get("/api/v1/gaps.pdf?lang=fr").content)
    cards = lines_of(client.get("/api/v1/gaps/cards.pdf?lang=fr").content)
    assert "ouvert\u00a0: appeler" in page
    assert "Version d’essai\u00a0: situations fictives" in page
    assert "suivent\u00a0?" in cards
    assert not any(sign in text for text in (page, cards) for sign in (" :", " ;", " ?", "« ", " »"))


def test_pairs_stand_by_the_names_that_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The paper bears short names: their order is theirs, also inside a pair, with what each adds."""
    given: list[dict[str, Any]] = []
    monkeypatch.setattr("api.use_cases.gap_paper.write_gaps", lambda data, lang: given.append(data) or b"")
    seen = packaged_public_directory()
    gaps = gaps_of(busy(), LOCAL_OWNER, seen, sheets=SheetEvents(), today=date(2026, 3, 1), weeks=4)
    gaps_pdf(gaps, "fr")
    rows = given[0]["sections"][2]["rows"]
    named = [(plain(row[0]), plain(row[1])) for row in rows]
    assert len(named) > 20
    assert named == sorted(named)
    assert all(first <= second for first, second in named)
    adds = {(tie.first.sign, tie.second.sign): (tie.first_offers, tie.second_offers) for tie in gaps.pairs}
    for first, second, _, mine, theirs in rows:
        offers = adds.get((first, second)) or adds[second, first][::-1]
        told = [", ".join(need_label(one, gaps.directory, "fr") for one in many) for many in offers]
        assert [mine, theirs] == told or not theirs


def test_the_page_names_no_discreet_organisation_no_referral_and_no_double(serve: Serve) -> None:
    client = serve(busy())
    text = words_of(client.get("/api/v1/gaps.pdf?lang=fr").content)
    on_screen = client.get("/api/v1/gaps?lang=fr").json()
    discreet = [one for one in packaged_public_directory().organisations.values() if one.discreet]
    ends = {pair[end]["id"] for pair in on_screen["pairs"] for end in ("first", "second")}
    assert ends & {one.id for one in discreet}, "the screen of the house names them"
    for one in discreet:
        assert one.name not in text
        assert f" {one.sign} " not in text
    assert on_screen["doubles"]
    assert "30000000" not in text
    assert "double" not in text


def test_hidden_opened_and_absent_rows_make_the_same_page(serve: Serve) -> None:
    opened = busy()
    grant_all(opened)
    stores = (busy(), opened, busy(without_hidden(packaged_directory())))
    pages = [serve(store).get("/api/v1/gaps.pdf?lang=fr").content for store in stores]
    assert pages[0] == pages[1] == pages[2]


def test_eight_cards_bear_the_words_that_chance_drew_and_nothing_else() -> None:
    chance = random.Random(7)
    expected = [drawn_words("fr", chance.randrange) for _ in range(8)]
    made = cards_pdf("fr", random.Random(7).randrange)
    text = words_of(made)
    for card in expected:
        assert " ".join(card) in text
    with pypdfium2.PdfDocument(made) as document:
        about = document.get_metadata_dict()
    assert about["Title"] == "Cartes à quatre mots"
    assert not any(word in value for value in about.values() for card in expected for word in card)


def test_every_page_of_cards_is_new_and_leaves_nothing_behind(serve: Serve) -> None:
    store = demo_store()
    client = serve(store)
    first, second = (client.get("/api/v1/gaps/cards.pdf?lang=en") for _ in range(2))
    assert first.content != second.content
    assert first.headers["cache-control"] == "no-store"
    known = set(card_words("en"))
    assert sum(word in known for word in words_of(first.content).split()) >= 32


def test_the_command_writes_both_papers_and_refuses_other_files(tmp_path: Path, capsys: Any) -> None:
    page, cards = tmp_path / "manques.pdf", tmp_path / "cartes.pdf"
    asked = ["gaps", "--store", "memory:", "--today", "2026-03-01", "--lang", "fr"]
    assert run([*asked, "-o", str(page)]) == 0
    assert "Ce qui manque au réseau" in words_of(page.read_bytes())
    assert run(["gaps", "--cards", "-o", str(cards), "--lang", "fr"]) == 0
    assert words_of(cards.read_bytes()).count("Cette carte est à vous.") == 8
    assert not capsys.readouterr().out
    for wrong in (["--cards"], ["-o", str(tmp_path / "x.svg")], ["-o", str(tmp_path / "no" / "x.pdf")]):
        assert run([*asked, *wrong]) == 2
        assert len(capsys.readouterr().err.strip().splitlines()) == 1
