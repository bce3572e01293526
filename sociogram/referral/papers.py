"""Papers a service may ask for, by code, and how a folder may write them. Other words stay as written."""

from collections.abc import Iterable, Mapping

from sociogram.directory.plain_words import plain_words
from sociogram.language import Bilingual, Lang

PAPERS: Mapping[str, Bilingual] = {
    "carte_identite": Bilingual("carte d'identité", "identity card"),
    "passeport": Bilingual("passeport", "passport"),
    "carte_consulaire": Bilingual("carte consulaire", "consular card"),
    "laissez_passer": Bilingual("laissez-passer", "travel document"),
    "acte_naissance": Bilingual("acte de naissance", "birth certificate"),
    "carte_refugie": Bilingual("carte de réfugié", "refugee card"),
    "attestation_refugie": Bilingual("attestation de demandeur d'asile", "asylum seeker's certificate"),
    "carnet_sante": Bilingual("carnet de santé", "health booklet"),
    "photos": Bilingual("photos d'identité", "identity photographs"),
    "diplomes": Bilingual("diplômes et attestations", "diplomas and certificates"),
}
_BY_WORDS = {plain_words(text): code for code, label in PAPERS.items() for text in (code, label.fr, label.en)}


def paper_code(written: str) -> str:
    """Return the code of a paper as a folder writes it, or empty when it is only words."""
    return _BY_WORDS.get(plain_words(written), "")


def paper_text(written: str, lang: Lang) -> str:
    """Return a paper in words."""
    code = paper_code(written)
    return PAPERS[code].in_(lang) if code else written


def missing(asked_for: Iterable[str], at_hand: Iterable[str]) -> tuple[str, ...]:
    """Return the papers asked for, as written, that are certainly not at hand. Mere words are not judged."""
    here = frozenset(at_hand)
    return tuple(one for one in asked_for if (code := paper_code(one)) and code not in here)
