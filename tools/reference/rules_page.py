"""The rules, with the sentences of their catalogue."""

from sociogram.language import Lang
from sociogram.rules.catalogue import CATALOGUE
from tools.reference.markdown import paragraphs, table
from tools.reference.words import head, said


def rules_page(lang: Lang) -> str:
    """Return the page of the rules."""
    parts = [said(f"rules.{name}", lang) for name in ("title", "intro", "where", "errors")]
    parts += [
        _rows("error", lang),
        said("rules.sheet", lang),
        said("rules.questions", lang),
        _rows("warning", lang),
    ]
    return paragraphs(parts)


def _rows(level: str, lang: Lang) -> str:
    rows = [
        (f"**{code}**", rule.says.in_(lang), rule.remedy.in_(lang))
        for code, rule in CATALOGUE.items()
        if rule.level == level
    ]
    return table(head("rules.head", lang), rows)
