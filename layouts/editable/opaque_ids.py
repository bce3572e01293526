"""Names for the things of an exported graph that say nothing of them: n1, n2... in the sheet's order."""

from sociogram.situation.staging import Staging


def opaque_ids(staging: Staging) -> dict[str, str]:
    """Return `n1`, `n2`... by stored id: figures first, then homes and buildings.

    Stored ids stay at home: they may be read in another export, and would tie the two together.
    """
    things = (*(figure.id for figure in staging.figures), *(place.id for place in staging.containers))
    return {id_: f"n{rank}" for rank, id_ in enumerate(dict.fromkeys(things), start=1)}
