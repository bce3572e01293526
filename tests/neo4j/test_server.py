"""The server that every other test of Neo4j leans on."""

from tests.neo4j.server import Neo4jServer


def test_a_real_neo4j_answers_and_starts_each_test_empty(neo4j_database: Neo4jServer) -> None:
    with neo4j_database.driver("neo4j") as driver:
        found, _, _ = driver.execute_query(
            "CALL dbms.components() YIELD versions, edition RETURN versions, edition"
        )
        assert found[0]["versions"][0].startswith("5.26.")
        assert found[0]["edition"] == "community"
        left, _, _ = driver.execute_query("MATCH (n) RETURN count(n) AS n")
        assert left[0]["n"] == 0
        driver.execute_query("CREATE (:Left {by: 'a test'})")


def test_nothing_is_left_by_another_test(neo4j_database: Neo4jServer) -> None:
    with neo4j_database.driver() as driver:
        left, _, _ = driver.execute_query("MATCH (n) RETURN count(n) AS n")
        assert left[0]["n"] == 0
