"""What is well and what is not with a Neo4j store, for `doctor`. Nothing is changed or made."""

from collections.abc import Callable, Iterator

from sociogram.errors import SociogramError
from sociogram.language import Bilingual
from sociogram.stores.failures import unusable
from sociogram.stores.key_slot import Cost
from sociogram.stores.keys import key_path
from sociogram.stores.neo4j.access import Access
from sociogram.stores.neo4j.comparison import (
    crossing_links,
    differing_situations,
    stray_events,
    stray_nodes,
    unreadable_rows,
)
from sociogram.stores.neo4j.graph import Graph
from sociogram.stores.neo4j.schema import SCHEMA_VERSION, version_of
from sociogram.stores.neo4j.server_key import ServerKey

Finding = tuple[str, bool, Bilingual]


def examine_server(url: str, access: Access, passphrase: Callable[[], str] | None) -> Iterator[Finding]:
    """Yield the findings on the store of a server, in the order of looking; later ones need earlier ones to
    be well."""
    try:
        graph = Graph(url, access)
    except SociogramError as error:
        yield _told("server", error)
        return
    try:
        yield from _findings(graph, access, passphrase)
    except SociogramError as error:
        yield _told("server", error)
    finally:
        graph.close()


def _findings(graph: Graph, access: Access, passphrase: Callable[[], str] | None) -> Iterator[Finding]:
    version = version_of(graph)
    yield ("server", True, Bilingual("Le serveur Neo4j répond.", "The Neo4j server answers."))
    if version is None:
        yield (
            "graph",
            True,
            Bilingual(
                "Pas encore de graphe : il sera fait à la première ouverture.",
                "No graph yet: it will be made when it is first opened.",
            ),
        )
        return
    if version > SCHEMA_VERSION:
        yield _told("graph", unusable("newer_graph", place=graph.place))
        return
    yield ("graph", True, Bilingual(f"Graphe de version {version}.", f"Graph of version {version}."))
    yield _situations(graph)
    yield _events(graph)
    yield _directory(graph)
    if passphrase is not None and key_path(access.keys).exists():
        yield _keys(graph, access, passphrase)


def _situations(graph: Graph) -> Finding:
    differing, stray = differing_situations(graph), stray_nodes(graph)
    if not differing and not stray:
        return (
            "log_and_nodes",
            True,
            Bilingual(
                "Les nœuds de chaque situation sont ceux de ses gestes.",
                "The nodes of every situation are those of its gestures.",
            ),
        )
    return (
        "log_and_nodes",
        False,
        Bilingual(
            f"Autre chose a écrit dans les situations : {len(differing)} ne sont pas celles de leurs gestes,"
            f" {stray} nœuds n'appartiennent à aucune. Les gestes font foi.",
            f"Something else wrote to the situations: {len(differing)} are not those of their gestures,"
            f" {stray} nodes belong to none. The gestures are the truth.",
        ),
    )


def _events(graph: Graph) -> Finding:
    events, referred = stray_events(graph)
    if not events and not referred:
        return (
            "events",
            True,
            Bilingual("Chaque événement est dans son journal.", "Every event stands in its log."),
        )
    return (
        "events",
        False,
        Bilingual(
            f"Autre chose a écrit dans les orientations : {events} événements ne sont d'aucun journal,"
            f" {referred} liens REFERRED ne disent aucun événement.",
            f"Something else wrote to the referrals: {events} events stand in no log,"
            f" {referred} REFERRED relationships tell of no event.",
        ),
    )


def _directory(graph: Graph) -> Finding:
    rows, links = unreadable_rows(graph), crossing_links(graph)
    if not rows and not links:
        return (
            "directory",
            True,
            Bilingual("Chaque ligne de l'annuaire se lit.", "Every row of the directory can be read."),
        )
    return (
        "directory",
        False,
        Bilingual(
            f"Autre chose a écrit dans l'annuaire : {rows} lignes ne se lisent pas et ne sont montrées à"
            f" personne, {links} liens joignent des couches différentes.",
            f"Something else wrote to the directory: {rows} rows cannot be read and are shown to nobody,"
            f" {links} relationships join different layers.",
        ),
    )


def _keys(graph: Graph, access: Access, passphrase: Callable[[], str]) -> Finding:
    try:
        ServerKey(graph, access.keys, passphrase, Cost()).examine()
    except SociogramError as error:
        return _told("unlock", error)
    return (
        "unlock",
        True,
        Bilingual("La phrase de passe ouvre les textes.", "The passphrase opens the texts."),
    )


def _told(code: str, error: SociogramError) -> Finding:
    return (code, False, Bilingual(error.first.line("fr"), error.first.line("en")))
