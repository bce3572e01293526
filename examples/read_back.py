"""Read a situation back, arrow by arrow in the passive, then ask the facilitator's questions.

python examples/read_back.py sociogram/data/mali/situations/sit-02-atc-carnet.json
"""

import sys
from pathlib import Path

from sociogram.directory.packaged import packaged_public_directory
from sociogram.rules.check import check
from sociogram.situation.plain import read_plain
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.stage import stage


def lines(path: Path) -> list[str]:
    """Return the story, then the questions."""
    organisations = packaged_public_directory().organisations
    situation = situation_of_plain(read_plain(path.read_bytes(), place=path.name))
    staging = stage(situation, lang="fr", buildings={row.id: row.sign for row in organisations.values()})
    story = [f"{line.number}. {line.sentence}" for line in staging.story]
    questions = [
        f"? {finding.says.fr}"
        for finding in check(situation, known=organisations, fields={}, last_checks={}, today=None)
    ]
    return story + questions


if __name__ == "__main__":
    print("\n".join(lines(Path(sys.argv[1]))))
