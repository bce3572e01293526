"""The ten questions of docs/fr/dix-questions.md and docs/en/ten-questions.md, and their answers.

`python -m tools.ten_questions` writes the answers into both pages. A page shows each command in a block
```` ```sh ask=NAME ```` and the answer of the program in ```` ```text answer=NAME ````; a test compares them.
What calls told, and the list of the night, are invented for the example.
"""

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from api.use_cases.suggestions import answer_in, answer_text
from sociogram.directory.packaged import packaged_public_directory
from sociogram.language import Lang
from sociogram.referral.known import NOTHING, Known, NightFunction
from sociogram.referral.network import network_of
from sociogram.referral.request import SuggestionRequest
from sociogram.referral.service_check import ServiceCheck

ROOT = Path(__file__).resolve().parents[1]
PAGES: Mapping[Lang, Path] = {
    "fr": ROOT / "docs" / "fr" / "dix-questions.md",
    "en": ROOT / "docs" / "en" / "ten-questions.md",
}
BLOCK = re.compile(r"^```(sh ask|text answer)=(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DAY = date(2026, 11, 22)
_EJOM_CLOSED = ServiceCheck("closed", DAY, until=date(2027, 2, 28))
_OPTIONS = (
    ("--need", "needs"), ("--group", "target_groups"), ("--place", "places"), ("--language", "languages"),
    ("--must-not-know", "must_not_know"), ("--consent", "consent"), ("--document", "documents"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what the one who asks knows besides the directory."""

    request: SuggestionRequest
    known: Known = NOTHING


def _asked(origin: str, need: str, k: int = 2, **more: object) -> SuggestionRequest:
    return SuggestionRequest(origin, (need,), k=k, **more)  # type: ignore[arg-type]


_TONIGHT = _asked(
    "amsode", "hebergement", target_groups=("migrantes", "mineurs"), places=("bamako",), urgency="tonight",
    on=DAY,
)  # fmt: skip
_EJOM = {"target_groups": ("jeunes",), "places": ("bamako",), "age": 24, "on": DAY}
_RETURNEE = {**_EJOM, "target_groups": ("jeunes", "migrants_retour")}
QUESTIONS: Mapping[str, Question] = {
    "aracem": Question(
        _asked("aracem", "sante_mentale", target_groups=("migrants_transit",), places=("bamako",))
    ),
    "tonight": Question(_TONIGHT),
    "tonight-with-a-list": Question(
        _TONIGHT,
        Known(night_list=(NightFunction("Permanence de nuit du foyer", "aracem", "", "20 h à 6 h"),)),
    ),
    "ejom": Question(_asked("oim", "formation_professionnelle", 1, **_EJOM)),
    "ejom-after-the-call": Question(
        _asked("oim", "formation_professionnelle", 2, **_RETURNEE),
        Known(checks={"snv--formation-professionnelle-1": _EJOM_CLOSED}),
    ),
    "minor": Question(
        _asked(
            "oim", "protection_enfance", target_groups=("mineurs",), places=("gao",), age=15, urgency="urgent"
        )
    ),
    "mopti": Question(_asked("amsode", "juridique", places=("mopti",))),
    "no-state": Question(
        SuggestionRequest(
            "aracem", ("hebergement",), ("migrants_transit",), ("bamako",), k=3,
            must_not_know=("institution_publique",),
        )
    ),
    "consent": Question(
        _asked(
            "oim", "sante_mentale", target_groups=("victimes_traite",), places=("bamako",),
            consent=("association_ong_nationale",),
        )
    ),
    "refused": Question(
        _asked(
            "croix-rouge-malienne", "sante", target_groups=("migrants_transit",), places=("gao",), consent=()
        )
    ),
    "street-child": Question(
        _asked(
            "samusocial-mali", "reunification_familiale", target_groups=("mineurs_rue", "mineurs"),
            places=("bamako",), age=11,
        )
    ),
    "kayes": Question(
        _asked("ame", "reintegration_economique", target_groups=("migrants_retour",), places=("kayes",))
    ),
}  # fmt: skip


def command(question: Question, lang: Lang) -> str:
    """Return the command that asks the question."""
    request = question.request
    words = ["sociogram", "suggest"] + (["--lang", "en"] if lang == "en" else []) + ["--from", request.origin]
    for option, name in _OPTIONS:
        for value in getattr(request, name) or ():
            words += [option, value]
    words += ["--consent-refused"] if request.consent == () else []
    words += ["--age", str(request.age)] if request.age is not None else []
    words += ["--urgency", request.urgency] if request.urgency != "normal" else []
    words += ["--on", request.on.isoformat()] if request.on else []
    return shlex.join([*words, "-k", str(request.k)])


def answer(question: Question, lang: Lang) -> str:
    """Return what the command prints."""
    network = network_of(packaged_public_directory())
    return answer_text(answer_in(question.request, network, lang, question.known), lang)


def with_answers(page: str, lang: Lang) -> str:
    """Return the page with every command and answer as they are today."""

    def block(found: re.Match[str]) -> str:
        kind, name = found.group(1), found.group(2)
        question = QUESTIONS[name]
        said = command(question, lang) if kind == "sh ask" else answer(question, lang)
        return f"```{kind}={name}\n{said}\n```"

    return BLOCK.sub(block, page)


def main() -> None:
    """Write the answers into both pages."""
    for lang, path in PAGES.items():
        path.write_text(with_answers(path.read_text(encoding="utf-8"), lang), encoding="utf-8")


if __name__ == "__main__":
    main()
