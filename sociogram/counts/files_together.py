"""Which of the files given count: of one period, each organisation's newest count, each file once."""

from collections.abc import Iterable

from sociogram.counts.aggregate import Aggregate
from sociogram.errors import BadInput, bad_input


def distinct(files: Iterable[tuple[str, Aggregate]]) -> tuple[Aggregate, ...]:
    """Return the files that count, by organisation and id; BadInput names the place of the one in the way."""
    given = list(files)
    if not given:
        raise _no_file()
    newest: dict[str, Aggregate] = {}
    for place, file in sorted(given, key=lambda one: (one[1].id, one[1].month, one[0])):
        if file.period != given[0][1].period:
            raise _other_period(place)
        before = newest.get(file.id)
        if before is not None and _another(before, file):
            raise _two_counts(place)
        newest[file.id] = file
    return tuple(sorted(newest.values(), key=lambda one: (one.organisation, one.id)))


def _another(before: Aggregate, file: Aggregate) -> bool:
    """Whether a file can be neither the same as the one before it nor a newer count of it."""
    return file.organisation != before.organisation or (file.month == before.month and file != before)


def _no_file() -> BadInput:
    return bad_input(
        "no_file",
        fr="aucun fichier de comptes n'a été donné.",
        en="no file of counts was given.",
        remedy_fr="Donner au moins un fichier fait par « sociogram count --export ».",
        remedy_en="Give at least one file made by “sociogram count --export”.",
        field="files",
    )


def _other_period(place: str) -> BadInput:
    return bad_input(
        "other_period",
        fr="ces fichiers ne comptent pas le même semestre.",
        en="these files do not count the same semester.",
        remedy_fr="Ne réunir que des fichiers d'un même semestre.",
        remedy_en="Put together files of one semester only.",
        place=place,
        field="period",
    )


def _two_counts(place: str) -> BadInput:
    return bad_input(
        "two_counts",
        fr="deux fichiers différents portent le même identifiant et le même mois de comptage.",
        en="two different files bear the same id and the same month of counting.",
        remedy_fr="Ne garder que le plus récent des deux.",
        remedy_en="Keep only the newer of the two.",
        place=place,
        field="id",
    )
