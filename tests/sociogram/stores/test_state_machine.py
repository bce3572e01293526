"""The SQLite store against the reference, and Neo4j against SQLite, whatever the order of what is asked."""

from collections.abc import Callable

from hypothesis.stateful import run_state_machine_as_test

from sociogram.stores.protocol import Store
from tests.neo4j.fixtures import wipe
from tests.neo4j.opening import open_neo4j
from tests.neo4j.server import Neo4jServer
from tests.sociogram.stores.two_stores import TwoStores, thorough


def test_both_stores_answer_alike(sized: Callable[[int, int], int]) -> None:
    run_state_machine_as_test(TwoStores, settings=thorough(sized(40, 1000), sized(25, 50)))


def test_sqlite_and_neo4j_answer_alike(neo4j_database: Neo4jServer, sized: Callable[[int, int], int]) -> None:
    """Over Bolt, on a real server that is wiped before each sequence."""
    with neo4j_database.driver() as driver:

        class SqliteAndNeo4j(TwoStores):
            def reference(self) -> Store:
                wipe(driver)
                return self.opened_file()

            def opened(self) -> Store:
                return open_neo4j(neo4j_database, self.keys)

        run_state_machine_as_test(SqliteAndNeo4j, settings=thorough(sized(6, 2000), sized(12, 20)))
