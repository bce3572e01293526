"""The options of `sociogram referral`."""

from collections.abc import Mapping
from typing import Annotated

import typer

from api.cli.help_language import say
from api.cli.refer_options import Text
from api.use_cases.referral_steps import HAND_WAYS
from api.use_cases.referral_text import command_word
from sociogram.loop.forms.labels import STEPS
from sociogram.loop.kinds import DECLINE_REASONS, OUTCOMES

STEP_WORDS: Mapping[str, str] = {command_word(kind): kind for kind in STEPS}
PAPERS = ("slip", "form")
EVENTS = (*STEP_WORDS, "show", *PAPERS, "forget")
EventArgument = Annotated[str, typer.Argument(metavar="EVENT", help=", ".join(EVENTS))]
NameArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help=say("Identifiant, ou lettres du papier.", "Id, or letters of the paper."),
    ),
]
ReasonOption = Annotated[
    Text, typer.Option("--reason", metavar="CODE", help="declined: " + ", ".join(DECLINE_REASONS))
]
OutcomeOption = Annotated[
    Text, typer.Option("--outcome", metavar="CODE", help="completed: " + ", ".join(OUTCOMES))
]
WayOption = Annotated[Text, typer.Option("--by", metavar="WAY", help="sent: " + ", ".join(HAND_WAYS))]
OtherOption = Annotated[
    Text,
    typer.Option(
        "--to",
        metavar="ID",
        help=say("rerouted : l'autre orientation.", "rerouted: the other one."),
    ),
]
WhoOption = Annotated[
    Text, typer.Option("--who", metavar="WHO", help=say("told : qui le confirme.", "told: who confirms."))
]
HoursOption = Annotated[
    int | None, typer.Option("--hours", metavar="N", help=say("deadline : heures.", "deadline: hours."))
]
NoteOption = Annotated[
    Text,
    typer.Option(
        "--note",
        metavar="WORDS",
        help=say("Quelques mots, sans nom.", "A few words, no name."),
    ),
]
PaperOption = Annotated[
    Text,
    typer.Option(
        "-o", "--output", metavar="FILE.pdf", help=say("slip, form : fichier.", "slip, form: file.")
    ),
]
