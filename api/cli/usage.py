"""Wrong use of the command line, said in one sentence of the user's language."""

from typing import Any

from typer.exceptions import TyperException

from api.cli.help_language import say
from sociogram.errors import Problem

_SECRET = "passphrase"
_ALIKE = ("urgency", "paper", "page", "size", "tiles", "engine", "most")
_ALIKE_IN_MEGA = ("organisation", "place", "sector", "period", "open", "least")
# How the fields of a question are called on the command line.
OPTIONS = {
    **{name: f"--{name}" for name in (*_ALIKE, *_ALIKE_IN_MEGA)},
    "origin": "--from",
    "needs": "--need",
    "places": "--place",
    "target_groups": "--group",
    "groups": "--group",
    "languages": "--language",
    "max_hops": "--hops",
    "k": "-k",
    "by": "--by",
    "as_of": "--as-of",
    "age": "--age",
    "on": "--on",
    "must_not_know": "--must-not-know",
    "documents": "--document",
    "consent": "--consent",
    "text": "WORDS",
    **{name: f"--{name}" for name in ("need", "country", "priority", "reason", "outcome", "hours", "to")},
    "sender": "--from",
    "receiver": "--to",
    "receiver_text": "--to",
    "service": "--to",
    "way": "--by",
    "functions": "--set",
    **dict.fromkeys(("emergency", "urgent", "normal"), "--deadlines"),
    "consent.month": "--consent-month",
    "consent.language": "--consent-language",
    "args.organisation": "--who",
    "args.text": "--note",
    "args.note": "--note",
    "note": "--note",
    "until": "--until",
    _SECRET: "$SOCIOGRAM_PASSPHRASE",
}


def option_of(problem: Problem) -> str:
    """Return the option that a field of a refused question comes from, or the field itself.

    What has a place is in a file: its field is a column or a key there, whatever options are called.
    """
    if problem.place and problem.field != _SECRET:
        return problem.field
    name = problem.field.partition("[")[0]
    return OPTIONS.get(name, OPTIONS.get(name.removeprefix("args."), problem.field))


def usage_line(error: TyperException) -> str:
    """Return one line: what is wrong with the words of the call, and where to look."""
    remedy = say("Voir « sociogram --help ».", "See “sociogram --help”.")
    return f"{_sentence(error)} {remedy}"


def _sentence(error: TyperException) -> str:
    kind = type(error).__name__
    name = _name(error)
    if kind == "MissingParameter":
        return say(f"il manque {name}.", f"{name} is missing.")
    if kind == "NoSuchOption":
        return say(f"l'option {name} n'existe pas ici.", f"there is no option {name} here.")
    if kind == "BadOptionUsage":
        return say(f"l'option {name} attend une valeur.", f"the option {name} expects a value.")
    if kind == "BadParameter":
        return say(
            f"la valeur donnée à {name} n'est pas possible.", f"the value given to {name} is not possible."
        )
    return say(
        "cette commande n'existe pas, ou a des mots de trop.",
        "there is no such command, or it has words too many.",
    )


def _name(error: Any) -> str:
    """Return the option or argument as it is written, taken from our own declarations."""
    param = getattr(error, "param", None)
    if param is None:
        asked = str(getattr(error, "option_name", ""))
        return asked if asked.isprintable() and len(asked) < 40 else ""
    return str(param.metavar or param.name.upper()) if not param.opts[0].startswith("-") else param.opts[-1]
