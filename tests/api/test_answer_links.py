"""A referral answered by a link: no account, no script; each answer is the event that a call would be."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.answering import door, key_file
from api.answering.address import answer_address
from api.answering.key_file import answer_key
from api.answering.links import AnswerLinks
from api.answering.words import BUTTONS
from api.app import create_doors
from api.cli.demo import demo_store
from api.cli.main import run
from api.security import LaunchToken
from api.state import ServerState
from sociogram.errors import BadInput
from sociogram.stores.failures import unusable
from tests.api.test_referrals import CONSENT, NEED, SERVICE, Clock, uuid

ADDRESS = "https://reponses.exemple.org"
LAPTOP = "http://127.0.0.1:8000/api/v1/referrals"


@dataclass
class Two:
    """Who refers, at the laptop, and whoever holds a link, anywhere."""

    laptop: TestClient
    outside: TestClient
    state: ServerState
    clock: Clock

    def refer(self, number: int = 1, **more: Any) -> str:
        body = {"id": uuid(number), **NEED, "service": SERVICE, "consent": CONSENT, "way": "phone", **more}
        said = {key: value for key, value in body.items() if value is not None}
        made = self.laptop.post(LAPTOP, json=said)
        assert made.status_code == 201, made.text
        return str(made.json()["id"])

    def detail(self, referral: str) -> Any:
        return self.laptop.get(f"{LAPTOP}/{referral}").json()

    def path(self, referral: str) -> str:
        """The link as the proxy hands it on."""
        link = self.detail(referral)["answer_link"]
        assert link.startswith(f"{ADDRESS}/r/")
        return str(link.removeprefix(ADDRESS))

    def answer(self, path: str, kind: str, **more: str) -> Any:
        return self.outside.post(path, data={"kind": kind, **more}, follow_redirects=False)


@pytest.fixture
def two() -> Iterator[Two]:
    clock = Clock()
    state = ServerState(store=demo_store(), clock=clock, answering=AnswerLinks(ADDRESS, b"k" * 32))
    doors = create_doors(state, LaunchToken(value="t"))
    assert doors.answers is not None
    bearer = {"authorization": "Bearer t"}
    outside = TestClient(doors.answers, base_url="http://reponses.exemple.org")
    with TestClient(doors.laptop, base_url="http://127.0.0.1:8000", headers=bearer) as laptop:
        yield Two(laptop, outside, state, clock)


def test_who_receives_answers_and_who_refers_reads_it(two: Two) -> None:
    referral = two.refer()
    path = two.path(referral)
    page = two.outside.get(path)
    assert page.status_code == 200
    assert "0000 0000" in page.text
    assert "Envoyée le 1er mars 2026." in page.text
    assert "Qui oriente\u00a0: <bdi>Association des Refoulés" in page.text
    assert "Où elle en est\u00a0: envoyée." in page.text
    noted = two.answer(path, "accepted")
    assert (noted.status_code, noted.headers["location"]) == (303, "?noted=accepted&lang=fr")
    assert "C'est noté" in two.outside.get(path + noted.headers["location"]).text.replace("&#x27;", "'")
    detail = two.detail(referral)
    assert detail["referral"]["state"]["code"] == "accepted"
    assert detail["history"][-1]["text"] == "Maison du Migrant de Gao accepte. (par le lien)"
    assert detail["history"][-1]["by"] == "lien-de-reponse"


def test_the_page_tells_neither_the_need_nor_who_is_asked(two: Two) -> None:
    text = two.outside.get(two.path(two.refer(groups=["femmes"]))).text.lower()
    for word in ("hebergement", "hébergement", "maison du migrant", "gao", "femmes", "bm", "bambara"):
        assert word not in text


def test_a_sender_whose_name_tells_is_named_by_its_kind_of_door(two: Two) -> None:
    page = two.outside.get(two.path(two.refer(sender="one-stop-center"))).text
    assert "One Stop" not in page
    assert "<bdi>accueil</bdi>" in page or "<bdi>soin</bdi>" in page


def test_a_refusal_says_why_from_a_list(two: Two) -> None:
    path = two.path(two.refer())
    missing = two.answer(path, "declined")
    assert missing.status_code == 422
    assert "Choisir une raison" in missing.text
    assert 'required aria-invalid="true" aria-describedby="notice"' in missing.text
    assert two.answer(path, "declined", reason="because she").status_code == 422
    assert two.answer(path, "declined", reason="no_capacity").status_code == 303
    assert two.detail(uuid(1))["history"][-1]["text"].endswith("plus de place. (par le lien)")


def test_another_reason_is_not_passed_over(two: Two) -> None:
    path = two.path(two.refer())
    two.answer(path, "declined", reason="other")
    assert two.answer(path, "declined", reason="other").status_code == 303
    again = two.answer(path, "declined", reason="safety")
    assert again.status_code == 409
    assert "plus possible" in again.text


def test_thanks_are_for_what_stands(two: Two) -> None:
    """The address may be copied, or somebody else have answered since."""
    path = two.path(two.refer())
    for said in ("", "sent", "accepted", "x"):
        assert "est noté" not in two.outside.get(f"{path}?noted={said}").text
    two.answer(path, "accepted")
    assert "est noté" in two.outside.get(f"{path}?noted=accepted").text
    assert "<title>C&#x27;est noté" in two.outside.get(f"{path}?noted=accepted").text
    two.answer(path, "contact_failed")
    assert "est noté" not in two.outside.get(f"{path}?noted=accepted").text


def test_the_same_answer_twice_is_one(two: Two) -> None:
    path = two.path(two.refer())
    assert [two.answer(path, "accepted").status_code for _ in range(2)] == [303, 303]
    assert [one["kind"] for one in two.detail(uuid(1))["history"]].count("accepted") == 1


def test_an_answer_that_comes_too_late_is_refused_and_says_where_it_stands(two: Two) -> None:
    path = two.path(two.refer())
    two.answer(path, "declined", reason="other")
    late = two.answer(path, "accepted")
    assert late.status_code == 409
    assert "plus possible" in late.text
    assert "refusée" in late.text


@pytest.mark.parametrize(
    "kind", ["sent", "completed", "cancelled", "consent_withdrawn", "reopened", "deadline_set", "no"]
)
def test_only_the_answers_of_the_page_are_taken(two: Two, kind: str) -> None:
    path = two.path(two.refer())
    assert two.answer(path, kind, reason="other").status_code == 409
    assert two.detail(uuid(1))["referral"]["state"]["code"] == "sent"


def text(page: Any) -> str:
    return str(page.text).replace("&#x27;", "'")


def test_looking_answers_nothing(two: Two) -> None:
    path = two.path(two.refer())
    version = two.detail(uuid(1))["version"]
    for _ in range(2):
        assert "C'est noté" not in text(two.outside.get(f"{path}?kind=accepted&noted=accepted"))
        assert two.outside.head(path).status_code == 200
    assert two.detail(uuid(1))["version"] == version


def test_who_was_given_no_link_makes_the_store_do_nothing(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    forged = two.path(two.refer())[:-4] + "AAAA"

    def read(*_: Any, **__: Any) -> Any:
        raise AssertionError("the store was looked into")

    monkeypatch.setattr(type(two.state.store), "events", read)
    monkeypatch.setattr(ServerState, "desk", read)
    for path in (forged, "/r/x", "/"):
        assert two.outside.get(path).status_code == 404
        assert two.answer(path, "accepted").status_code == 404


def test_a_body_that_never_ends_is_not_waited_for(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "BODY_SECONDS", 0.05)
    path = two.path(two.refer())
    sent: list[Any] = []
    app = create_doors(two.state, LaunchToken(value="t")).answers
    assert app is not None

    async def ask(which: str) -> None:
        async def receive() -> Any:
            await asyncio.sleep(3600)

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "POST", "path": which, "query_string": b"", "headers": []}
        await asyncio.wait_for(app(scope, receive, send), 5)

    for which, status in ((path, 422), ("/r/x", 404)):
        # In a thread of its own: a browser's test before may have left its loop in this one.
        with ThreadPoolExecutor() as beside:
            beside.submit(lambda which=which: asyncio.run(ask(which))).result()  # type: ignore[misc]
        assert sent[0]["status"] == status
        sent.clear()


def test_every_link_that_opens_nothing_gets_the_same_answer(two: Two) -> None:
    """Malformed, forged, of another round, too old, taken back, forgotten, or of nothing at all."""
    good, forgotten, withdrawn = (two.refer(number) for number in (1, 2, 3))
    paths = [two.path(one) for one in (forgotten, withdrawn)]
    forged = two.path(good)[:-4] + "AAAA"
    two.laptop.delete(f"{LAPTOP}/{forgotten}")
    body = {"id": uuid(900), "kind": "consent_withdrawn", "args": {}}
    assert two.laptop.post(f"{LAPTOP}/{withdrawn}/events", json=body).status_code == 200
    old = two.path(good)
    answers = [
        two.outside.get(one) for one in (*paths, forged, "/r/", "/r/x", "/r/../r", "/", "/api/v1/health")
    ]
    answers += [two.answer(one, "accepted") for one in (*paths, forged, "/r/x", "/")]
    two.clock.now = two.clock.now + timedelta(days=61)
    answers.append(two.outside.get(old))
    assert {one.status_code for one in answers} == {404}
    assert len({one.content for one in answers}) == 1


def test_there_is_no_link_where_nothing_may_be_told(two: Two) -> None:
    alone = two.refer(1, consent=None, way="slip")
    draft = two.refer(2, way=None)
    assert two.detail(alone)["answer_link"] is None
    assert two.detail(draft)["answer_link"] is None


def test_a_server_that_gives_no_links_has_no_such_door() -> None:
    doors = create_doors(ServerState(store=demo_store(), clock=lambda: datetime.now(UTC)), LaunchToken())
    assert doors.answers is None


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_find_nothing(two: Two, method: str) -> None:
    path = two.path(two.refer())
    assert getattr(two.outside, method)(path).status_code == 404


HOSTILE = (
    b"",
    b"kind",
    b"kind=" + b"a" * 600,
    b"\xff\xfe=1",
    b"&" * 400,
    b"kind=accepted&kind=declined&reason=other&x=1",
)


@pytest.mark.parametrize("body", HOSTILE)
def test_bodies_that_are_no_form_of_the_page_note_nothing(two: Two, body: bytes) -> None:
    path = two.path(two.refer())
    version = two.detail(uuid(1))["version"]
    assert two.outside.post(path, content=body).status_code in (409, 422)
    assert two.detail(uuid(1))["version"] == version


def test_the_page_is_in_the_reader_s_language_and_held_by_its_policy(two: Two) -> None:
    path = two.path(two.refer())
    for lang in ("fr", "en"):
        page = two.outside.get(path, headers={"accept-language": f"{lang},de;q=0.5"})
        assert f'<html lang="{lang}">' in page.text
        assert all(BUTTONS[kind].in_(lang) in text(page) for kind in BUTTONS if kind != "in_service")  # type: ignore[arg-type]
        assert "<script" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    assert "set-cookie" not in page.headers
    assert two.outside.get("/r/page.css").headers["content-type"].startswith("text/css")


def test_a_store_that_is_away_is_said_plainly(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    path = two.path(two.refer())

    def away(*_: Any, **__: Any) -> Any:
        raise unusable("disk_error")

    monkeypatch.setattr(type(two.state.store), "events", away)
    for answer, says in (
        (two.outside.get(path), "ne peut pas s'ouvrir"),
        (two.answer(path, "accepted"), "pas pu être notée"),
    ):
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "5"
        assert says in text(answer)


def test_what_nobody_foresaw_is_said_plainly(
    two: Two, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = two.path(two.refer())
    broken: Callable[..., Any] = lambda *_: 1 / 0  # noqa: E731
    monkeypatch.setattr(AnswerLinks, "referral", broken)
    answer = two.outside.get(path)
    assert answer.status_code == 503
    assert "Traceback" not in answer.text
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert path not in said


def test_the_key_is_made_once_and_private(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "key"
    key = answer_key(file)
    assert len(key) == 32
    assert answer_key(file) == key
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"zz", b"00" * 31, b"00" * 33, b"\xff" * 64])
def test_a_file_that_is_no_key_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "key"
    file.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        answer_key(file)
    assert refused.value.first.field == "--answer-key"
    assert file.read_bytes() == content


def test_a_folder_is_no_key(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        answer_key(tmp_path)


@pytest.mark.parametrize(
    "good", ["https://a.org", "https://a.org:8443/", "http://127.0.0.1:9", "http://localhost"]
)
def test_addresses_that_a_proxy_publishes(good: str) -> None:
    assert answer_address(good) == good.rstrip("/")


@pytest.mark.parametrize(
    "bad",
    ["http://a.org", "a.org", "https://", "ftp://a.org", "https://a.org?x", "https://a.org/x",
     "https://a.org#x", "https://u@a.org",
     "https://a.org:99999", "https://a .org", "https://é.org", "https://[", "javascript:alert(1)", "https://a.org:0",
     "https://" + "a" * 300],
)  # fmt: skip
def test_addresses_that_are_refused(bad: str) -> None:
    with pytest.raises(BadInput) as refused:
        answer_address(bad)
    assert refused.value.first.field == "--answer-url"


@pytest.mark.parametrize("option", [("--answer-port", "8010"), ("--answer-key", "key")])
def test_an_option_without_the_address_is_not_passed_over(
    option: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["serve", "--store", "memory:", *option]) == 2
    assert "--answer-url" in capsys.readouterr().err


def test_a_key_that_may_only_be_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A secret mounted for reading; permissions alone would not stop the user `root` of a container."""
    key = answer_key(tmp_path / "key")

    def forbidden(*_: Any) -> Any:
        raise PermissionError

    monkeypatch.setattr(key_file, "write_once", forbidden)
    assert answer_key(tmp_path / "key") == key
    with pytest.raises(BadInput) as refused:
        answer_key(tmp_path / "other")
    assert refused.value.first.code == "answer_key_unreadable"


def test_the_links_cannot_have_the_port_of_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--answer-url", "https://a.org", "--answer-port", "8000", "--answer-key", str(tmp_path / "k")]
    assert run(["serve", "--store", "memory:", "--port", "8000", *options]) == 2
    assert "--answer-port" in capsys.readouterr().err


def test_a_closed_page_hands_out_no_link(two: Two) -> None:
    referral = two.refer()
    assert two.laptop.put("http://127.0.0.1:8000/api/v1/lock", json={"sign": "1234"}).status_code == 204
    assert two.laptop.post("http://127.0.0.1:8000/api/v1/lock/close").status_code == 204
    body = {"id": uuid(900), "kind": "acknowledged", "args": {}}
    assert two.laptop.post(f"{LAPTOP}/{referral}/events", json=body).status_code == 403
    events = {"events": [{**body, "subject": referral, "on": "2026-03-01"}]}
    assert two.laptop.post(f"{LAPTOP}/events", json=events).status_code == 200
