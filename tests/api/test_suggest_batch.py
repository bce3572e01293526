"""A batch gives each question the bytes it gets alone, from the same viewer, with the same refusals."""

from itertools import product

import orjson
import pytest
from starlette.testclient import TestClient

from api.use_cases.batch import MOST
from sociogram.directory.packaged import packaged_public_directory

SINGLE, BATCH = "/api/v1/referrals/suggest", "/api/v1/referrals/suggest/batch"
GOOD = {"origin": "aracem", "needs": ["sante_mentale"]}


def varied() -> list[dict[str, object]]:
    origins = sorted(packaged_public_directory().organisations)[::30]
    needs = ("sante_mentale", "hebergement", "sante")
    return [
        {"origin": origin, "needs": [need], "urgency": urgency, "max_hops": hops, "k": 3}
        for (origin, need), urgency, hops in zip(
            product(origins, needs), ("normal", "tonight") * 20, (1, 2, 3, 4) * 10, strict=False
        )
    ]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_answer_has_the_bytes_of_the_single_one(client: TestClient, lang: str) -> None:
    asked = varied()
    told = client.post(f"{BATCH}?lang={lang}", json={"questions": [*asked, asked[0]]})
    assert told.status_code == 200, told.text
    answers = told.json()["answers"]
    assert [orjson.dumps(one) for one in answers[:-1]] == [
        client.post(f"{SINGLE}?lang={lang}", json=one).content for one in asked
    ]
    assert answers[-1] == answers[0]
    assert any(one["suggestions"] for one in answers)


@pytest.mark.parametrize(
    ("bad", "status"),
    [({"origin": "nobody"}, 404), ({"needs": ["nothing"]}, 422), ({"k": 0}, 422), ({"on": "x"}, 422)],
)
def test_a_question_that_cannot_be_asked_refuses_all_and_is_named(
    client: TestClient, bad: dict[str, object], status: int
) -> None:
    alone = client.post(SINGLE, json={**GOOD, **bad})
    told = client.post(BATCH, json={"questions": [GOOD, {**GOOD, **bad}, {**GOOD, "k": 0}]})
    assert told.status_code == alone.status_code == status
    ours, single = told.json(), alone.json()
    assert "answers" not in ours
    assert "questions[1]" in told.text
    assert "questions[2]" not in told.text
    assert ours["type"] == single["type"]


@pytest.mark.parametrize(
    "body",
    [
        {"questions": []},
        {"questions": [GOOD] * (MOST + 1)},
        {"questions": [{**GOOD, "person": "x"}]},
        {"questions": GOOD},
        {"questions": [GOOD], "more": 1},
        [],
    ],
)
def test_a_body_of_another_shape_is_refused(client: TestClient, body: object) -> None:
    assert client.post(BATCH, json=body).status_code == 422


def test_a_hundred_questions_are_taken(client: TestClient) -> None:
    told = client.post(BATCH, json={"questions": [GOOD] * MOST})
    assert len(told.json()["answers"]) == MOST


def test_a_stranger_is_not_answered(stranger: TestClient) -> None:
    assert stranger.post(BATCH, json={"questions": [GOOD]}).status_code == 401


def test_a_hidden_origin_and_an_absent_one_are_refused_alike(client: TestClient) -> None:
    hidden = client.post(BATCH, json={"questions": [{**GOOD, "origin": "refuge-demo"}]})
    absent = client.post(BATCH, json={"questions": [{**GOOD, "origin": "refuge-none"}]})
    assert hidden.content == absent.content
