"""Hidden rows are not even read for a viewer to whom nothing was granted: no trace in time either."""

from collections.abc import Callable
from typing import Any

import pytest

from sociogram.stores.protocol import Store
from sociogram.stores.sqlite import row_tables
from tests.sociogram.stores.invented import ANA, BEN, HIDDEN, OPEN, folder


def test_the_closed_layer_is_read_for_granted_viewers_only(
    open_network: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_network()
    store.import_directory(ANA, folder(*OPEN, *HIDDEN))
    store.grant("organisation", "refuge-demo", "ben")
    asked: list[bool] = []
    before = row_tables.rows_of_layer

    def watched(connection: Any, *, closed: bool) -> Any:
        asked.append(closed)
        return before(connection, closed=closed)

    monkeypatch.setattr(row_tables, "rows_of_layer", watched)
    store.directory(ANA)
    assert asked == [False]
    store.directory(BEN)
    assert asked == [False, False, True]


def test_a_directory_is_made_once_until_something_changes(open_network: Callable[[], Store]) -> None:
    store = open_network()
    store.import_directory(ANA, folder(*OPEN))
    first = store.directory(ANA)
    assert store.directory(ANA) is first
    store.import_directory(ANA, folder(*OPEN))
    assert store.directory(ANA) is first
    store.grant("organisation", "refuge-demo", "ben")
    assert store.directory(ANA) == first
