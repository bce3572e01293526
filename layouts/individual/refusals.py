"""Why a sheet is not drawn, and what to do about it."""

from sociogram.errors import BadInput, bad_input
from sociogram.situation.staging import Staging


def too_small(paper: str, fits: str) -> BadInput:
    """Return that the paper is too small, and which one fits."""
    return bad_input(
        "paper_too_small",
        fr=f"la feuille {paper} est trop petite pour cette situation.",
        en=f"a sheet of {paper} is too small for this situation.",
        remedy_fr=f"Prendre {fits}, ou « auto ».",
        remedy_en=f"Take {fits}, or auto.",
        field="paper",
    )


def fits_nowhere(largest: str) -> BadInput:
    """Return that no paper holds all there is."""
    return bad_input(
        "does_not_fit",
        fr=f"cette situation ne tient sur aucune feuille, pas même {largest}.",
        en=f"this situation fits on no sheet, not even {largest}.",
        remedy_fr="La dessiner en deux situations, ou raccourcir les noms.",
        remedy_en="Draw it as two situations, or shorten the names.",
        field="paper",
    )


def off_paper(staging: Staging, id_: str) -> BadInput:
    """Return that something is placed farther from the rest than the largest paper reaches, by its name."""
    said = {figure.id: figure.label for figure in staging.figures}
    said |= {container.id: container.label for container in staging.containers}
    name = said[id_] or id_
    return bad_input(
        "off_paper",
        fr=f"« {name} » est placé hors de toute feuille, ou sur le titre ou la légende.",
        en=f"“{name}” is placed too far from the rest: no sheet reaches that far.",
        remedy_fr="Le remettre plus près du milieu (geste « placer »), puis redessiner.",
        remedy_en="Put it back nearer the others (the gesture “place”), then draw again.",
        field=id_,
    )
