"""The places of a layout as data, to be recorded once and kept."""

from layouts.individual.scene import Scene
from sociogram.situation.situation import Position


def positions_in(scene: Scene) -> dict[str, Position]:
    """Return the centre of every figure and of every empty container, in hundredths of a millimetre."""
    centres = {id_: stand.shape.centre for id_, stand in scene.stands.items()}
    held = {container for chain in scene.above.values() for container in chain}
    centres |= {id_: wall.box.centre for id_, wall in scene.walls.items() if id_ not in held}
    return {id_: (round(x * 100), round(y * 100)) for id_, (x, y) in centres.items()}
