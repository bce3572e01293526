"""The charter, read aloud: all that is inferred about the method, with the words in force."""

from colour_codes.charter import Charter, load_charter
from sociogram.language import Lang
from tools.reference.markdown import paragraphs, table
from tools.reference.words import head, part, said


def charter_page(lang: Lang) -> str:
    """Return the page of the charter in force."""
    charter = load_charter()
    return paragraphs(
        (
            said("charter.title", lang),
            f"**{charter.footer(lang)}.** {charter.credit.said(lang)}",
            said("charter.how", lang),
            said("charter.marks", lang),
            _marks(charter, lang),
            said("charter.reading", lang),
            said(f"charter.head_at.{charter.head_at}", lang),
            _sentences(charter, lang),
            said("charter.legend", lang),
            _legend(charter, lang),
            said("charter.symbols", lang),
            _symbols(charter, lang),
            _outlines(charter, lang),
            said("charter.session", lang),
            "\n".join(f"{at}. {step.words.said(lang)}" for at, step in enumerate(charter.session, start=1)),
        )
    )


def _marks(charter: Charter, lang: Lang) -> str:
    rows = [
        (words[lang], said("charter.shown" if getattr(charter.marks, name) else "charter.hidden", lang))
        for name, words in part("charter", "mark_names").items()
    ]
    return table(head("charter.mark_head", lang), rows)


def _legend(charter: Charter, lang: Lang) -> str:
    rows = [
        (f"`{name}`", line.words.said(lang), said("charter.yes" if line.extension else "charter.no", lang))
        for name, line in charter.legend.items()
    ]
    return table(head("charter.legend_head", lang), rows)


def _sentences(charter: Charter, lang: Lang) -> str:
    sentences = [words.said(lang) for words in charter.sentences.values()]
    asked = " · ".join(words.said(lang) for words in charter.read_back.values())
    return "\n".join(f"- {sentence}" for sentence in (*sentences, asked))


def _symbols(charter: Charter, lang: Lang) -> str:
    rows = [
        (one.words.said(lang), *(_shape(shape, lang) for shape in one.shapes.values()))
        for one in charter.symbols.sets.values()
    ]
    return table(head("charter.symbol_head", lang), rows)


def _outlines(charter: Charter, lang: Lang) -> str:
    symbols = charter.symbols
    return said("charter.outlines", lang).format(
        home=_shape(symbols.home, lang),
        institution=_shape(symbols.institution, lang),
        professional=_shape(symbols.professional, lang),
        default=symbols.sets[symbols.default].words.said(lang),
    )


def _shape(name: str, lang: Lang) -> str:
    shape: str = part("charter", "shapes", name)[lang]
    return shape
