"""What is well and what is not with a store: each finding in words, for `doctor`. Nothing is changed or
made."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw

from sociogram.errors import SociogramError
from sociogram.language import Bilingual
from sociogram.stores.failures import unusable
from sociogram.stores.keys import RECOVERY, key_path, read_keys
from sociogram.stores.neo4j.access import read_access
from sociogram.stores.safe_file import PRIVATE
from sociogram.stores.sqlite.connection import connect, refuse_old_sqlite
from sociogram.stores.sqlite.erasure import scrub_due
from sociogram.stores.sqlite.event_tables import events_sound
from sociogram.stores.sqlite.migration import SCHEMA_VERSION, version_of
from sociogram.stores.sqlite.translation import told_plainly
from sociogram.stores.store_url import parse_store_url

Finding = tuple[str, bool, Bilingual]
"""(stable code, whether all is well, what to tell)."""

LEAST_FREE_BYTES = 64 * 1024 * 1024


def examine(url: str, passphrase: Callable[[], str] | None = None) -> list[Finding]:
    """Return the findings on the store at `url`, in the order of looking; later ones need earlier ones to
    be well.

    Raises BadInput for an address that is none. Without a passphrase the file is not opened.
    """
    where = parse_store_url(url)
    if where.server:
        from sociogram.stores.neo4j.examination import examine_server

        return list(examine_server(where.server, read_access(), passphrase))
    path = where.path
    if path is None:
        return [
            ("memory", True, Bilingual("Rien n'est gardé sur le disque.", "Nothing is kept on the disk."))
        ]
    return list(_findings(path, passphrase))


def _findings(path: Path, passphrase: Callable[[], str] | None) -> Iterator[Finding]:
    version = apsw.sqlite_lib_version()
    yield _tried(
        "sqlite_version", lambda: refuse_old_sqlite(version), f"SQLite {version}.", f"SQLite {version}."
    )
    yield _space(path)
    if not path.exists() or not path.stat().st_size:
        yield (
            "file",
            True,
            Bilingual(
                "Pas encore de dépôt : il sera fait au premier enregistrement.",
                "No store yet: it will be made when something is first saved.",
            ),
        )
        return
    keys = key_path(path)
    found = _tried(
        "keys", lambda: read_keys(keys), "Le fichier des clés se lit.", "The key file can be read."
    )
    yield found
    if not found[1]:
        return
    yield _private("private", path, keys)
    yield _recovery(keys)
    if passphrase is not None:
        yield from _inside(path, keys, passphrase)


def _space(path: Path) -> Finding:
    folder = path.parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    mebibytes = free // 2**20
    if free >= LEAST_FREE_BYTES:
        return ("space", True, Bilingual(f"{mebibytes} Mio libres.", f"{mebibytes} MiB free."))
    return (
        "space",
        False,
        Bilingual(
            f"Le disque est presque plein ({mebibytes} Mio) : libérer de la place.",
            f"The disk is almost full ({mebibytes} MiB): free some space.",
        ),
    )


def _private(code: str, *paths: Path) -> Finding:
    if all(path.stat().st_mode & 0o777 == PRIVATE for path in paths):
        return (
            code,
            True,
            Bilingual("Les fichiers ne sont lisibles que par vous.", "Only you can read the files."),
        )
    return (
        code,
        False,
        Bilingual(
            "D'autres comptes peuvent lire les fichiers : les protéger (droits 600).",
            "Other accounts can read the files: protect them (rights 600).",
        ),
    )


def _recovery(keys: Path) -> Finding:
    if RECOVERY in read_keys(keys).slots:
        return ("recovery", True, Bilingual("Il y a une feuille de secours.", "There is a recovery sheet."))
    # Advice, not a fault: the store works without.
    return (
        "recovery",
        True,
        Bilingual(
            "Pas encore de feuille de secours : l'imprimer (sociogram recovery) ;"
            " sans elle, une phrase de passe oubliée perd tout.",
            "No recovery sheet yet: print one (sociogram recovery);"
            " without it, a forgotten passphrase loses all.",
        ),
    )


def _inside(path: Path, keys: Path, passphrase: Callable[[], str]) -> Iterator[Finding]:
    try:
        key = read_keys(keys).open(passphrase())
    except SociogramError as error:
        yield ("unlock", False, error.first.says)
        return
    yield ("unlock", True, Bilingual("La phrase de passe ouvre le dépôt.", "The passphrase opens the store."))
    yield _tried(
        "integrity",
        lambda: _check_pages(path, key),
        "Toutes les pages se lisent et sont intactes.",
        "Every page can be read and is intact.",
    )
    yield _tried(
        "erasure",
        lambda: _check_erased(path, key),
        "Rien d'effacé ne reste dans le fichier.",
        "Nothing erased is left in the file.",
    )
    yield _tried(
        "events",
        lambda: _check_events(path, key),
        "Chaque événement d'une orientation se lit, à sa place.",
        "Every event of a referral can be read, in its place.",
    )


def _check_pages(path: Path, key: bytes) -> None:
    with told_plainly(path.name):
        connection = connect(path, key, writer=False)
        try:
            if version_of(connection) > SCHEMA_VERSION:
                raise unusable("newer_store", place=path.name)
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise unusable("damaged", place=path.name)
        finally:
            connection.close()


def _check_erased(path: Path, key: bytes) -> None:
    with told_plainly(path.name):
        connection = connect(path, key, writer=False)
        try:
            if version_of(connection) and scrub_due(connection):
                raise unusable("scrub_due", place=path.name)
        finally:
            connection.close()


def _check_events(path: Path, key: bytes) -> None:
    with told_plainly(path.name):
        connection = connect(path, key, writer=False)
        try:
            if version_of(connection) == SCHEMA_VERSION and not events_sound(connection):
                raise unusable("damaged", place=path.name)
        finally:
            connection.close()


def _tried(code: str, look: Callable[[], object], fr: str, en: str) -> Finding:
    try:
        look()
    except SociogramError as error:
        return (code, False, Bilingual(error.first.line("fr"), error.first.line("en")))
    return (code, True, Bilingual(fr, en))
