"""The words of the network's sheet, in both languages."""

from collections.abc import Callable

from layouts.mega.ties import Tie
from sociogram.directory.directory import Directory
from sociogram.language import Bilingual, Lang

TITLE = Bilingual(fr="Le réseau des organisations", en="The network of organisations")
DESC = Bilingual(
    fr="{count} organisations et {ties} liens connus, tels que l’annuaire les donne.",
    en="{count} organisations and {ties} known ties, as the directory has them.",
)
EMPTY = Bilingual(fr="Aucune organisation à montrer.", en="No organisation to show.")
FEWER_ORGANISATIONS = Bilingual(
    fr="Choisir moins d'organisations, ou des tuiles", en="Choose fewer organisations, or tiles"
)
FEWER_OPEN = Bilingual(fr="Ouvrir moins de tuiles", en="Open fewer tiles")
APART = Bilingual(fr="Sans lien connu dans l’annuaire", en="No known tie in the directory")
APART_INSIDE = Bilingual(fr="Sans lien à l’intérieur de la tuile", en="No tie inside the tile")
TILES_DESC = Bilingual(
    fr="{count} organisations en {tiles} tuiles et {ties} liens connus, tels que l’annuaire les donne.",
    en="{count} organisations in {tiles} tiles and {ties} known ties, as the directory has them.",
)
AROUND = Bilingual(fr="Autour de {name}", en="Around {name}")
ATLAS_DESC = Bilingual(
    fr="{count} organisations en {tiles} tuiles de voisines et {ties} liens connus.",
    en="{count} organisations in {tiles} tiles of neighbours and {ties} known ties.",
)
COUNT = Bilingual(fr="organisations : {count}", en="organisations: {count}")
COUNTS = Bilingual(fr="organisations : {count} · liens : {ties}", en="organisations: {count} · ties: {ties}")
BUNDLE_LABEL = Bilingual(
    fr="{start} et {end} : liens réunis, {count}", en="{start} and {end}: {count} ties together"
)
TIE_LABEL = Bilingual(fr="{start} → {end} : {kind}", en="{start} → {end}: {kind}")

LEGEND = {
    "building": Bilingual(
        fr="{pen} : ceux qui travaillent ensemble (une organisation)",
        en="{pen}: those who work together (an organisation)",
    ),
    "tile": Bilingual(
        fr="{pen} : une tuile réunit des organisations ; les liens comptés sont à l’intérieur",
        en="{pen}: a tile holds organisations; the ties counted are those inside it",
    ),
    "atlas": Bilingual(
        fr="{pen} : une tuile réunit des organisations voisines ; un point est une organisation",
        en="{pen}: a tile holds neighbouring organisations; a dot is one organisation",
    ),
    "atlas_bundle": Bilingual(
        fr="liens entre deux tuiles (plus il y en a, plus le trait est large)",
        en="ties between two tiles (the more, the broader)",
    ),
    "bundle": Bilingual(
        fr="liens réunis entre deux tuiles (leur nombre)",
        en="ties between two tiles, together (their number)",
    ),
    "refers_to": Bilingual(fr="oriente vers", en="refers to"),
    "refers_to_both": Bilingual(fr="oriente vers, dans les deux sens", en="refer to each other, both ways"),
    "works_with": Bilingual(fr="travaille avec", en="works with"),
    "member_of": Bilingual(
        fr="est membre de (le point est du côté du réseau)",
        en="is a member of (the dot is on the network’s side)",
    ),
    "funds": Bilingual(
        fr="finance (le carré est du côté du bailleur)", en="funds (the square is on the donor’s side)"
    ),
    "trained": Bilingual(
        fr="a formé (le rond est du côté qui forme)", en="trained (the ring is on the trainer’s side)"
    ),
    "ended": Bilingual(
        fr="Trait barré : lien d’un projet terminé, à vérifier",
        en="Barred line: tie of a finished project, to check",
    ),
    "planned": Bilingual(fr="Trait au rond central : lien prévu", en="Line with a ring: planned tie"),
    "source": Bilingual(
        fr="Liens lus dans l’annuaire : à vérifier avant de s’y fier.",
        en="Ties as read in the directory: check before relying on them.",
    ),
}
"""`{pen}` is the charter's word for the green pen."""


def tie_label(directory: Directory, lang: Lang) -> Callable[[Tie], str]:
    """Return the function that names a tie of `directory` for a reader."""
    rows = directory.organisations

    def label(tie: Tie) -> str:
        start, end, kind = rows[tie.from_id].name, rows[tie.to_id].name, LEGEND[tie.kind].in_(lang)
        return TIE_LABEL.filled(start=start, end=end, kind=kind).in_(lang)

    return label
