"""What the page is told of a lent sheet, and the picture that a tablet's camera reads."""

from typing import Any

import segno

from api.problems import simple_error
from api.sharing import Device, Sharing
from sociogram.directory.directory import Directory
from sociogram.errors import Conflict
from sociogram.situation.situation import Situation

QUIET_ZONE = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""


def sharing_json(sharing: Sharing | None) -> dict[str, Any]:
    """What the facilitator's page shows; `share` is null while nothing is lent."""
    share = sharing.current() if sharing else None
    if sharing is None or share is None:
        return {"offered": sharing is not None, "share": None}
    invitation = sharing.open_invitation()
    shown = invitation and {
        "code": invitation.code,
        "seconds_left": max(0, int(invitation.ends - sharing.now())),
        "qr": qr_path(scanned_address(sharing.page(), invitation.code)),
    }
    return {
        "offered": True,
        "share": {
            "situation": share.situation,
            "address": sharing.page(),
            "seconds_left": sharing.seconds_left(),
            "invitation": shown,
            "devices": [{"id": one.id, "number": one.number} for one in share.devices.values()],
        },
    }


def device_json(sharing: Sharing, device: Device, situation: str) -> dict[str, Any]:
    """What a tablet is told of itself."""
    return {
        "situation": situation,
        "by": device.by,
        "number": device.number,
        "seconds_left": sharing.seconds_left(),
    }


def building_names(situation: Situation, directory: Directory) -> dict[str, str]:
    """Return what is written on the organisations of this sheet, by id; other rows are not told."""
    named: set[str | None] = {
        *situation.positions,
        *(one.organisation for one in situation.professionals.values()),
        *(one.housed_by for one in situation.households.values()),
        *(end for arrow in situation.activations.values() for end in (arrow.activator, arrow.activated)),
    }
    rows = directory.organisations
    return {one: rows[one].short_name for one in sorted(rows.keys() & named)}


def scanned_address(page: str, code: str) -> str:
    """The address in the picture; the code stands in the fragment, which no request carries."""
    return f"{page}#code={code}"


def qr_path(text: str) -> dict[str, Any]:
    """Return `{"size": modules, "d": path}`: dark modules as one SVG path, a module being 1 by 1."""
    matrix = segno.make(text, error="m", micro=False).matrix
    runs = [
        f"M{column + QUIET_ZONE} {row + QUIET_ZONE}h{length}v1h-{length}z"
        for row, modules in enumerate(matrix)
        for column, length in _dark_runs(modules)
    ]
    return {"size": len(matrix) + 2 * QUIET_ZONE, "d": "".join(runs)}


def _dark_runs(modules: bytearray) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for column, dark in enumerate(modules):
        if dark and runs and sum(runs[-1]) == column:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((column, 1))
    return runs


def offered(sharing: Sharing | None) -> Sharing:
    """Return what may be lent, or say how to be able to."""
    if sharing is not None:
        return sharing
    raise simple_error(
        Conflict,
        "sharing_not_offered",
        fr="cette ouverture de Sociogram n'invite pas de tablette.",
        en="this launch of Sociogram invites no tablet.",
        remedy_fr="Relancer avec « sociogram serve --share ».",
        remedy_en="Start again with “sociogram serve --share”.",
    )
