"""The walls of the laptop: token, hosts, origins, headers."""

import pytest
from starlette.testclient import TestClient

TOKEN = "token-of-the-tests"  # as in conftest.py

GUARDED = (
    "/api/v1/situations",
    "/api/v1/pens",
    "/api/v1/mega.svg",
    "/api/v1/providers",
    "/docs",
    "/no/where",
)


@pytest.mark.parametrize("address", GUARDED)
def test_without_the_token_everything_else_is_401(stranger: TestClient, address: str) -> None:
    answer = stranger.get(address)
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "urn:sociogram:problem:no_token"


def test_health_without_the_token_says_the_version_and_nothing_else(stranger: TestClient) -> None:
    answer = stranger.get("/api/v1/health")
    assert answer.status_code == 200
    assert list(answer.json()) == ["version"]


def test_health_with_the_token_counts_what_the_viewer_sees(client: TestClient) -> None:
    known = client.get("/api/v1/health").json()
    assert known["store"] == "memory"
    assert known["counts"] == {"organisations": 137, "services": 151, "relations": 102, "situations": 4}


def test_openapi_and_the_page_are_open(stranger: TestClient) -> None:
    assert stranger.get("/api/v1/openapi.json").status_code == 200
    assert stranger.get("/").status_code in {200, 503}


def test_the_token_becomes_a_cookie_no_script_can_read(stranger: TestClient) -> None:
    answer = stranger.post("/api/v1/session", json={"token": TOKEN})
    assert answer.status_code == 204
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie
    assert stranger.get("/api/v1/situations").status_code == 200
    stranger.cookies.clear()


def test_a_wrong_token_opens_nothing(stranger: TestClient) -> None:
    assert stranger.post("/api/v1/session", json={"token": "wrong"}).status_code == 401
    refused = stranger.get("/api/v1/situations", headers={"authorization": "Bearer wrong"})
    assert refused.status_code == 401


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[", "localhost.evil"])
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/api/v1/situations", headers={"host": host})
    assert answer.status_code == 400
    assert "evil" not in answer.text


@pytest.mark.parametrize("origin", ["null", "http://evil.example", "http://127.0.0.1:9", "http://["])
def test_a_foreign_origin_is_refused(client: TestClient, origin: str) -> None:
    assert client.get("/api/v1/situations", headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:41234", "[::1]:8000"])
def test_the_names_of_this_computer_are_welcome(client: TestClient, host: str) -> None:
    headers = {"host": host, "origin": f"http://{host}"}
    assert client.get("/api/v1/situations", headers=headers).status_code == 200


def test_answers_are_not_kept_and_nothing_foreign_may_run(client: TestClient) -> None:
    headers = client.get("/api/v1/situations").headers
    assert headers["cache-control"] == "no-store"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers
