"""A server in this process on the packaged data, and a client that holds its token."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from api import first_drawing
from api.app import create_app
from api.cli.demo import demo_store
from api.security import LaunchToken
from api.state import ServerState
from sociogram.stores.protocol import Store
from tests.layouts_kept import Forget

TOKEN = "token-of-the-tests"
NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
Serve = Callable[[Store], TestClient]


def client_of(store: Store, *, token: str | None = TOKEN) -> TestClient:
    """A client of a server on `store`; without a token it is a stranger."""
    app = create_app(ServerState(store=store, clock=lambda: NOW), LaunchToken(value=TOKEN))
    headers = {"authorization": f"Bearer {token}"} if token else {}
    return TestClient(app, base_url="http://127.0.0.1:8000", headers=headers, raise_server_exceptions=False)


@pytest.fixture(autouse=True)
def _drawn_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test but those about it hears that a drawing is the first one on this computer."""
    monkeypatch.setattr(first_drawing, "nothing_compiled", lambda: False)


@pytest.fixture(autouse=True)
def _laid_out_before(kept_layouts: Forget) -> None:
    """What is asked here is what the doors do with a drawing, and most of them ask for the same four."""


@pytest.fixture(scope="session")
def serve() -> Serve:
    """A function giving the owner's client of a server on a store."""
    return client_of


@pytest.fixture(scope="module")
def demo() -> Store:
    return demo_store()


@pytest.fixture(scope="module")
def client(demo: Store) -> Iterator[TestClient]:
    with client_of(demo) as found:
        yield found


@pytest.fixture(scope="module")
def stranger(demo: Store) -> Iterator[TestClient]:
    with client_of(demo, token=None) as found:
        yield found
