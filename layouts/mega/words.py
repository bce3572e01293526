"""The words of the network's sheet, in both languages."""

from sociogram.language import Bilingual

TITLE = Bilingual(fr="Le réseau des organisations", en="The network of organisations")
DESC = Bilingual(
    fr="{count} organisations et {ties} liens connus, tels que l’annuaire les donne.",
    en="{count} organisations and {ties} known ties, as the directory has them.",
)
EMPTY = Bilingual(fr="Aucune organisation à montrer.", en="No organisation to show.")
APART = Bilingual(fr="Sans lien connu dans l’annuaire", en="No known tie in the directory")
OTHERS = Bilingual(fr="Autres", en="Others")
TIE_LABEL = Bilingual(fr="{start} → {end} : {kind}", en="{start} → {end}: {kind}")

LEGEND = {
    "building": Bilingual(
        fr="{pen} : ceux qui travaillent ensemble (une organisation)",
        en="{pen}: those who work together (an organisation)",
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
