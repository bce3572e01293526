"""Ask who can help, over the packaged directory: the answer in words, then each way.

python examples/who_can_help.py aracem sante_mentale
"""

import sys

from sociogram.directory.packaged import packaged_public_directory
from sociogram.referral.answer_json import answer_json
from sociogram.referral.network import network_of
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.suggest import suggest


def lines(origin: str, need: str) -> list[str]:
    """Return the answer, starting from `origin`; NotFound or BadInput when it cannot be asked.

    `answer_json` names every field that may leave: of a discreet service, the speciality is not among them.
    """
    network = network_of(packaged_public_directory())
    found = suggest(network, SuggestionRequest(origin=origin, needs=(need,), places=("bamako",), k=3))
    answer = answer_json(found, "fr")
    ways = [
        f"{one['provider_name']} : " + " > ".join(step["short_name"] for step in one["path"])
        for one in answer["suggestions"]
    ]
    return [answer["explanation"], *ways]


if __name__ == "__main__":
    print("\n".join(lines(*sys.argv[1:3])))
