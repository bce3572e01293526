"""The profile `neo4j` of docker-compose.yml, and how its password reaches Sociogram."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ENTRY = ROOT / "tools" / "container_entry.sh"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    return found


def test_without_the_profile_nothing_of_neo4j_starts(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert [name for name, one in services.items() if "profiles" not in one] == ["api"]
    assert {name for name, one in services.items() if one.get("profiles") == ["neo4j"]} == {
        "neo4j",
        "api-neo4j",
    }
    assert "neo4j_auth" not in services["api"]["secrets"]


def test_the_database_is_reached_from_this_machine_only_and_kept(compose: dict[str, Any]) -> None:
    database = compose["services"]["neo4j"]
    assert database["image"].startswith("neo4j:5.26-"), "the version the tests talk to"
    assert all(port.startswith("127.0.0.1:") for port in database["ports"])
    kept = {mount.split(":")[0] for mount in database["volumes"]}
    assert kept == {"neo4j-data", "neo4j-logs"}
    assert kept <= set(compose["volumes"])


def test_sociogram_waits_for_a_database_that_answers_over_bolt(compose: dict[str, Any]) -> None:
    database, program = compose["services"]["neo4j"], compose["services"]["api-neo4j"]
    assert "cypher-shell" in database["healthcheck"]["test"][-1]
    assert program["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert program["environment"] == {"SOCIOGRAM_STORE": "neo4j://127.0.0.1:7687"}
    assert program["network_mode"] == "host"
    assert program["read_only"] is True
    assert "8001" in program["healthcheck"]["test"][-1]
    assert program["command"][-1] == "8001"


def test_no_password_stands_in_the_file(compose: dict[str, Any]) -> None:
    for name in ("neo4j", "api-neo4j"):
        service = compose["services"][name]
        assert "neo4j_auth" in service["secrets"]
        plain = [key for key in service["environment"] if "AUTH" in key or "PASSWORD" in key]
        assert plain == (["NEO4J_AUTH_FILE"] if name == "neo4j" else [])
    assert compose["secrets"]["neo4j_auth"] == {"file": "./secrets/neo4j_auth"}


def entered(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a program named `sociogram` is given by the entry of the container."""
    program = folder / "sociogram"
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$SOCIOGRAM_NEO4J_USER" "$SOCIOGRAM_NEO4J_PASSWORD" "$@"\n')
    program.chmod(0o700)
    return subprocess.run(
        [str(ENTRY), "serve"],
        env={"PATH": f"{folder}:/usr/bin:/bin", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_user_and_password_come_from_the_secrets_file(tmp_path: Path) -> None:
    auth = tmp_path / "auth"
    auth.write_text("neo4j/a/password with\\ signs\n", encoding="utf-8")
    done = entered(tmp_path, SOCIOGRAM_NEO4J_AUTH_FILE=str(auth))
    assert done.stdout.splitlines() == ["neo4j", "a/password with\\ signs", "serve"]


def test_a_password_given_otherwise_is_kept(tmp_path: Path) -> None:
    auth = tmp_path / "auth"
    auth.write_text("neo4j/other", encoding="utf-8")
    given = {"SOCIOGRAM_NEO4J_USER": "me", "SOCIOGRAM_NEO4J_PASSWORD": "mine"}
    done = entered(tmp_path, SOCIOGRAM_NEO4J_AUTH_FILE=str(auth), **given)
    assert done.stdout.splitlines() == ["me", "mine", "serve"]
