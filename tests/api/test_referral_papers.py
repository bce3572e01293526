"""The slip, the inter-agency form and the table: what stands on them, and above all what never does."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pikepdf
import pypdfium2
import pytest

from api.use_cases.referral_csv import COLUMNS, referrals_csv
from api.use_cases.referral_desk import Book, Desk
from api.use_cases.referral_making import NewReferral, make
from api.use_cases.referral_noting import note_step
from api.use_cases.referral_papers import paper_pdf
from layouts.fonts import FAMILY
from sociogram.access.viewer import LOCAL_OWNER
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Service
from sociogram.errors import NotAllowed
from sociogram.language import LANGUAGES, Lang
from sociogram.stores.memory_store import MemoryStore

NOW = datetime(2026, 3, 17, 9, 30, tzinfo=UTC)
PERSON = str(UUID(int=77, version=4))
OPEN = {"need": "hebergement", "place": "gao", "service": "maison-du-migrant-gao--hebergement-1"}
DISCREET = {"need": "sante_sexuelle", "place": "bamako", "service": "atc--sante-sexuelle-1"}
CONSENT = {"scope": "facts", "language": "bm", "month": "2026-03"}


@pytest.fixture
def desk() -> Iterator[Desk]:
    store = MemoryStore()
    yield Desk(store, LOCAL_OWNER, NOW, packaged_public_directory())
    store.close()


def made(desk: Desk, number: int = 1, **args: object) -> str:
    name = str(UUID(int=number << 96, version=4))
    said = {"sender": "aracem", "focal_point": False, "priority": "urgent", "consent": CONSENT, **args}
    kept = {key: value for key, value in said.items() if value is not None}
    make(NewReferral(name, kept, "slip"), desk)
    return name


def words(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def slip(desk: Desk, name: str, lang: Lang = "fr") -> bytes:
    return paper_pdf("slip", desk.book().referral(name), desk.directory, lang)


def form(desk: Desk, name: str, lang: Lang = "fr") -> bytes:
    return paper_pdf("form", desk.book().referral(name), desk.directory, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_slip_is_one_page_with_a_strip_of_every_reason(desk: Desk, lang: Lang) -> None:
    name = made(desk, 0x3F2A91C0, **OPEN)
    pdf = slip(desk, name, lang)
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    said = words(pdf)
    assert "Maison du Migrant de Gao" in said
    assert said.count("3F2A 91C0") == 3
    for reason in (
        ("plus de place", "raison de sécurité") if lang == "fr" else ("no place left", "reason of safety")
    ):
        assert reason in said
    assert ("situations fictives seulement" if lang == "fr" else "fictional situations only") in said


def test_the_longest_texts_leave_the_slip_one_page(desk: Desk) -> None:
    def length(service: Service) -> int:
        row = desk.directory.organisations[service.organisation_id]
        return len(service.conditions) + len(row.name) + len(row.address)

    longest = sorted(desk.directory.services.values(), key=length)[-1]
    wordy = replace(longest, hours="jour " * 40, papers=("carte " * 30,), conditions="sous conditions " * 400)
    directory = replace(desk.directory, services={longest.id: wordy})
    named = made(desk, 1, need="ecoute", service=longest.id)
    outside = made(desk, 2, need="ecoute", receiver_text="mot très long " * 14)
    for name, seen in ((named, desk.directory), (named, directory), (outside, directory)):
        pdf = paper_pdf("slip", desk.book().referral(name), seen, "fr")
        assert len(pypdfium2.PdfDocument(pdf)) == 1


@pytest.mark.parametrize("kind", ["slip", "form"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_papers_are_tagged_and_hold_our_font_alone(desk: Desk, kind: str, lang: Lang) -> None:
    name = made(desk, **OPEN)
    pdf = slip(desk, name, lang) if kind == "slip" else form(desk, name, lang)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == lang
        xmp = bytes(document.Root.Metadata.read_bytes())
        assert b"<pdfuaid:part>1" in xmp
        assert b"<pdfaid:part>2" in xmp
        fonts = {str(one.BaseFont) for one in document.objects if _is_font(one)}
    assert fonts
    assert all(FAMILY.replace(" ", "") in font for font in fonts), fonts


def _is_font(one: object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"


def test_papers_hold_neither_person_nor_group_nor_day(desk: Desk) -> None:
    name = made(desk, person=PERSON, groups=["victimes_traite"], **OPEN)
    for pdf in (slip(desk, name), form(desk, name)):
        said = words(pdf)
        for secret in (PERSON, PERSON[:8], "traite", "2026-03-17", "17/03", "17 mars"):
            assert secret not in said


def test_a_discreet_receiver_is_named_by_its_kind_of_door_only(desk: Desk) -> None:
    name = made(desk, **DISCREET)
    for pdf in (slip(desk, name), form(desk, name)):
        said = words(pdf)
        for secret in ("ATC", "Tilé", "exuelle", "reproductive", "tilecoura", "Sébenicoro", "IST"):
            assert secret not in said
    assert "Où aller soin Pour soin" in words(slip(desk, name))


def test_a_discreet_sender_has_no_number_printed(desk: Desk) -> None:
    said = words(slip(desk, made(desk, sender="atc", **OPEN)))
    assert "Qui oriente soin" in said
    assert "Tilé" not in said


def test_the_need_is_ticked_on_the_form_and_three_copies_are_asked_for(desk: Desk) -> None:
    said = words(form(desk, made(desk, **OPEN)))
    assert "trois exemplaires" in said
    assert "X Hébergement" in said
    assert said.count("X ") == 3  # the priority, the need, the way
    assert "X urgent (sous 72 heures)" in said


def test_no_form_without_consent_and_no_paper_after_its_withdrawal(desk: Desk) -> None:
    name = made(desk, consent=None, **OPEN)
    assert "Rien n’est transmis" in words(slip(desk, name))
    with pytest.raises(NotAllowed):
        form(desk, name)
    note_step({"id": str(UUID(int=5, version=4)), "kind": "consent_withdrawn"}, name, desk)
    with pytest.raises(NotAllowed):
        slip(desk, name)


def test_the_same_paper_has_the_same_bytes(desk: Desk) -> None:
    name = made(desk, **OPEN)
    assert slip(desk, name) == slip(desk, name)


def rows(book: Book, desk: Desk) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(referrals_csv(book, desk.directory, "fr").decode())))


def test_the_table_tells_months_and_no_person(desk: Desk) -> None:
    first = made(desk, 1, person=PERSON, groups=["mineurs"], **OPEN)
    made(desk, 2, **DISCREET)
    made(desk, 3, need="ecoute", receiver_text="=HYPERLINK(Aminata)")
    note_step({"id": str(UUID(int=5, version=4)), "kind": "accepted", "on": "2026-03-20"}, first, desk)
    found = rows(desk.book(), desk)
    assert tuple(found[0]) == COLUMNS
    accepted = next(one for one in found if one["state"] == "acceptée")
    assert accepted["answered_month"] == "2026-03"
    assert accepted["days_to_answer"] == "3"
    assert {one["receiver"] for one in found} == {"Maison du Migrant de Gao", "soin", "hors de l'annuaire"}
    text = referrals_csv(desk.book(), desk.directory, "fr").decode()
    for secret in (PERSON, "mineurs", "Aminata", "2026-03-1", "2026-03-2", "Tilé", "exuelle", first):
        assert secret not in text


def test_a_withdrawn_referral_leaves_only_that_it_was(desk: Desk) -> None:
    name = made(desk, **OPEN)
    note_step({"id": str(UUID(int=5, version=4)), "kind": "consent_withdrawn"}, name, desk)
    (row,) = rows(desk.book(), desk)
    assert {key for key, value in row.items() if value} == {"made_month", "sender", "state"}


def test_a_cell_that_would_compute_is_quoted(desk: Desk) -> None:
    directory = desk.directory
    row = directory.organisations["maison-du-migrant-gao"]
    evil = {**directory.organisations, row.id: replace(row, name="=1+1")}
    made(desk, **OPEN)
    (line,) = csv.DictReader(
        io.StringIO(referrals_csv(desk.book(), replace(directory, organisations=evil), "fr").decode())
    )
    assert line["receiver"] == "'=1+1"
    assert date(2026, 3, 17).isoformat() not in str(line)
