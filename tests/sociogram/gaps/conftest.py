"""A small network: places of Mali, two needs and a half, and functions that make its rows and events."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from sociogram.directory.directory import Directory
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.rows import Organisation, Relation, Service
from sociogram.loop.checking import checked
from sociogram.loop.event import Event, StoredEvent

MakeDirectory = Callable[..., Directory]
MakeEvent = Callable[..., StoredEvent]


def organisation(name: str, **fields: Any) -> Organisation:
    return Organisation(name, fields.pop("name", name.upper()), **fields)


def service(owner: str, need: str, place: str = "Gao", **fields: Any) -> Service:
    groups = fields.pop("target_groups", ("femmes",))
    name = fields.pop("id", f"{owner}--{need}-{place}")
    return Service(name, owner, need, places=(place,), target_groups=groups, **fields)


def directory(
    organisations: Iterable[Organisation], services: Iterable[Service], ties: Iterable[Relation] = ()
) -> Directory:
    packaged = packaged_public_directory()
    return Directory(
        {one.id: one for one in organisations},
        {one.id: one for one in services},
        {one.id: one for one in ties},
        packaged.places,
        packaged.terms,
    )


def event(version: int, kind: str, subject: str, on: date = date(2026, 10, 1), **args: Any) -> StoredEvent:
    name = f"00000000-0000-4000-8000-{version:012d}"
    made = Event(name, kind, subject, f"{on.isoformat()}T09:00:00Z", on, "amina", args)
    return StoredEvent(version, on, checked(made))


@pytest.fixture(name="organisation")
def _organisation() -> Callable[..., Organisation]:
    return organisation


@pytest.fixture(name="service")
def _service() -> Callable[..., Service]:
    return service


@pytest.fixture(name="directory")
def _directory() -> MakeDirectory:
    return directory


@pytest.fixture(name="event")
def _event() -> MakeEvent:
    return event
