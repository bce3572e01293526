"""Exports: the directory, a situation at a level, or the owner's own copy."""

from dataclasses import replace

import orjson

from api.use_cases.references import find_sound
from sociogram.access.viewer import ANYBODY, Viewer
from sociogram.circulation.archive import csv_of, zip_of
from sociogram.circulation.coordination_copy import coordination_copy
from sociogram.circulation.fresh_ids import fresh_ids
from sociogram.circulation.situation_export import Circulation, Level, circulating
from sociogram.directory.directory import Directory
from sociogram.directory.folder_csv import write_folder
from sociogram.directory.packaged import packaged_public_directory
from sociogram.directory.wire import directory_json
from sociogram.errors import BadInput, NotAllowed, Problem, RuleBroken, bad_input
from sociogram.language import Bilingual, Lang
from sociogram.rules.circulation import export_findings
from sociogram.rules.findings import Finding
from sociogram.situation.own import own_document
from sociogram.situation.situation import Situation
from sociogram.stores.protocol import Store

EXPORTS = ("json", "csv", "neo4j")
LEVELS: tuple[Level, ...] = (0, 1, 2)
_COLUMNS = {
    "persons": ("id", "letter"),
    "households": ("id",),
    "memberships": ("person", "household", "since", "until"),
    "institutions": ("id", "name"),
    "professionals": ("id", "institution"),
    "links": ("a", "b", "kind"),
    "activations": ("number", "activator", "activated", "month", "status"),
}


def level_of(asked: int, receiver: str | None) -> Level:
    """Return the level, refusing what is not delivered yet and a level 2 without a receiver."""
    if asked == 2 and receiver is None:
        raise bad_input(
            "no_receiver",
            fr="le niveau 2 dépend de qui reçoit.",
            en="level 2 depends on who receives.",
            remedy_fr="Ajouter --receiver.",
            remedy_en="Add --receiver.",
            field="--level",
        )
    level = next((known for known in LEVELS if known == asked), None)
    if level is not None:
        return level
    problem = Problem(
        "level_refused",
        Bilingual("ce niveau ne peut pas sortir aujourd'hui.", "this level cannot leave today."),
        Bilingual("Choisir 0, 1 ou 2.", "Choose 0, 1 or 2."),
        field="--level",
    )
    raise NotAllowed((problem,))


def export_directory(form: str, level: Level, receiver: str | None, store: Store, viewer: Viewer) -> bytes:
    """Return the directory that may leave: public rows, and at level 2 those open to both sides.

    The copy that coordinators question is made at level 2 only, and holds what is open to everybody.
    """
    if form == "neo4j":
        if level != 2 or receiver is None:
            raise copy_is_level_two()
        return zip_of(coordination_copy(store.directory(ANYBODY), receiver))
    directory = leaving_rows(level, receiver, store, viewer)
    if form == "csv":
        return zip_of(write_folder(directory))
    return orjson.dumps(directory_json(directory), option=orjson.OPT_INDENT_2)


def export_own(form: str, situation_id: str, store: Store, viewer: Viewer) -> bytes:
    """Return the owner's lossless copy of one kept situation."""
    if form != "json":
        raise bad_input(
            "own_is_json",
            fr="la copie fidèle n'existe qu'en JSON.",
            en="the lossless copy exists in JSON only.",
            remedy_fr="Écrire « export json --own ».",
            remedy_en="Write “export json --own”.",
            field="FORMAT",
        )
    log = store.log(viewer, situation_id, after=0)
    return own_document(store.situation(viewer, situation_id), log.gestures, log.texts)


def export_situation(
    form: str,
    reference: str,
    level: Level,
    receiver: str | None,
    store: Store,
    viewer: Viewer,
    lang: Lang,
    seed: int | None,
) -> bytes:
    """Return one situation transformed for circulation."""
    if form == "neo4j":
        raise no_situation_in_the_copy()
    referred = find_sound(reference, store, viewer)
    refused = export_findings(referred.situation, allowed=public_names(referred.directory))
    if refused:
        raise RuleBroken(
            tuple(
                Problem(one.code, one.says, _BEFORE_LEAVING, place_of(one, referred.situation))
                for one in refused
            )
        )
    rows = leaving_rows(level, receiver, store, viewer)
    if not rows.organisations:
        rows = packaged_public_directory()
    tables = circulating(referred.situation, Circulation(level, lang, rows, fresh_ids(seed)))
    if form == "csv":
        return zip_of({f"{name}.csv": csv_of(tables[name], columns) for name, columns in _COLUMNS.items()})
    return orjson.dumps({"level": level, **tables}, option=orjson.OPT_INDENT_2)


def copy_is_level_two() -> BadInput:
    """The refusal of the coordinators' copy at another level."""
    return bad_input(
        "copy_is_level_two",
        fr="la copie pour la coordination se fait au niveau 2, pour un destinataire nommé.",
        en="the copy for coordinators is made at level 2, for a named receiver.",
        remedy_fr="Écrire « export neo4j --level 2 --receiver QUI ».",
        remedy_en="Write “export neo4j --level 2 --receiver WHO”.",
        field="--level",
    )


def no_situation_in_the_copy() -> BadInput:
    """The refusal of a situation in the coordinators' copy."""
    return bad_input(
        "no_situation_in_the_copy",
        fr="la copie pour la coordination ne tient aucune situation.",
        en="the copy for coordinators holds no situation.",
        remedy_fr="Retirer --situation, ou choisir json ou csv.",
        remedy_en="Take out --situation, or choose json or csv.",
        field="FORMAT",
    )


_BEFORE_LEAVING = Bilingual(
    "Relire avec les personnes concernées avant de faire circuler.",
    "Read it over with the people concerned before it circulates.",
)


def leaving_rows(level: Level, receiver: str | None, store: Store, viewer: Viewer) -> Directory:
    """Return the rows that may leave: open to everybody, or at level 2 those open to viewer and receiver.

    They are read as the receiver reads them: no text tells the receiver more than the store would.
    """
    if level < 2 or receiver is None:
        return store.directory(ANYBODY)
    mine, theirs = store.directory(viewer), store.directory(Viewer(receiver))
    return replace(
        theirs,
        organisations={key: row for key, row in theirs.organisations.items() if key in mine.organisations},
        services={key: row for key, row in theirs.services.items() if key in mine.services},
        relations={key: row for key, row in theirs.relations.items() if key in mine.relations},
    )


def public_names(directory: Directory) -> frozenset[str]:
    """Return the names anybody may read: organisations, acronyms, places. They identify no person."""
    rows = directory.organisations.values()
    places = (half for place in directory.places.values() for half in (place.label.fr, place.label.en))
    return frozenset((*(row.name for row in rows), *(row.acronym for row in rows), *places)) - {""}


def place_of(found: Finding, situation: Situation) -> str:
    """Return where the elements of a finding stand in the document: by position, never by their words."""
    parts = ("persons", "households", "professionals", "institutions", "undecided", "kinships", "activations")
    places = [
        f"$.{part}[{at}]"
        for part in parts
        for at, element in enumerate(getattr(situation, part))
        if element in found.elements
    ]
    return ", ".join(places[:3]) + (", …" if len(places) > 3 else "") if places else "$"
