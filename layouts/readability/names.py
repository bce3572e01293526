"""The names of the measures and of the faults, in both languages."""

from sociogram.language import Bilingual

KINDS = {
    "link": Bilingual(fr="lien de parenté", en="kinship"),
    "former-home": Bilingual(fr="lieu précédent", en="former home"),
}
GRADE = Bilingual(fr="Lisibilité : {grade}", en="Readability: {grade}")
SECTIONS = {
    "lines": Bilingual(fr="Les traits", en="The lines"),
    "places": Bilingual(fr="Les places", en="The places"),
    "page": Bilingual(fr="La page", en="The page"),
}
NAMES = {
    "arrows": Bilingual(fr="flèches", en="arrows"),
    "links": Bilingual(fr="liens et lieux précédents", en="kinship lines and former homes"),
    "crossings": Bilingual(fr="croisements, tous traits", en="crossings, all lines"),
    "arrow_crossings": Bilingual(fr="croisements entre flèches", en="crossings between arrows"),
    "crossings_per_line": Bilingual(fr="croisements par trait", en="crossings per line"),
    "smallest_crossing_angle": Bilingual(
        fr="angle de croisement, le plus petit (°)", en="crossing angle, smallest (°)"
    ),
    "mean_crossing_angle": Bilingual(fr="angle de croisement, moyen (°)", en="crossing angle, mean (°)"),
    "line_node_overlaps": Bilingual(
        fr="traits à travers une case étrangère", en="lines through a foreign box"
    ),
    "label_strikes": Bilingual(fr="traits à travers un nom", en="lines through a name"),
    "edge_length_deviation": Bilingual(
        fr="écart des longueurs (0 : égales)", en="edge-length deviation (0: equal)"
    ),
    "angular_resolution": Bilingual(
        fr="traits bien écartés à chaque bout (1 : au mieux)", en="angular resolution (1: best)"
    ),
    "figures": Bilingual(fr="personnes et professionnels", en="persons and professionals"),
    "containers": Bilingual(fr="foyers et bâtiments", en="homes and buildings"),
    "node_node_overlaps": Bilingual(fr="figures qui se touchent", en="figures that overlap"),
    "node_label_overlaps": Bilingual(fr="noms sous une figure", en="names under a figure"),
    "label_label_overlaps": Bilingual(fr="noms qui se touchent", en="names that overlap"),
    "outsiders": Bilingual(fr="étrangers dans un contour", en="outsiders in an outline"),
    "stress": Bilingual(fr="tension : places et liens (0 : au mieux)", en="stress, normalised (0: best)"),
    "neighbourhood_preservation": Bilingual(
        fr="voisins restés voisins (1 : au mieux)", en="neighbourhood preservation (1: best)"
    ),
    "generation_monotonicity": Bilingual(
        fr="parents au-dessus des enfants (1 : tous)", en="parents above children (1: all)"
    ),
    "smallest_text_mm": Bilingual(fr="plus petite lettre (mm)", en="smallest letter (mm)"),
    "aspect": Bilingual(fr="largeur du dessin sur hauteur", en="width of the drawing over height"),
    "paper_aspect": Bilingual(fr="largeur du papier sur hauteur", en="width of the paper over height"),
    "ink": Bilingual(fr="part du papier encrée (%)", en="share of the paper inked (%)"),
    "badges_in_the_way": Bilingual(fr="pastilles gênées", en="badges in the way"),
}
FAULTS = Bilingual(fr="À corriger", en="To put right")


FAULT_NAMES = {
    "no legend": Bilingual(fr="pas de légende", en="no legend"),
    "no date": Bilingual(fr="pas de date", en="no date"),
    "small text": Bilingual(fr="lettres trop petites", en="letters too small"),
    "ink outside its box": Bilingual(fr="dessin hors de sa case", en="ink outside its box"),
    "outside the paper": Bilingual(fr="hors du papier", en="outside the paper"),
    "container not drawn": Bilingual(fr="contour absent", en="outline not drawn"),
    "member outside its container": Bilingual(
        fr="membre hors de son contour", en="member outside its outline"
    ),
    "boxes overlap": Bilingual(fr="cases qui se chevauchent", en="boxes overlap"),
    "label under a member": Bilingual(fr="nom sous un membre", en="name under a member"),
    "arrow without end": Bilingual(fr="flèche sans bout", en="arrow without an end"),
    "arrow ends in the air": Bilingual(fr="flèche qui s'arrête en l'air", en="arrow ends in the air"),
    "wrong pen": Bilingual(fr="mauvais feutre", en="wrong pen"),
    "link without end": Bilingual(fr="lien sans bout", en="link without an end"),
    "date over a box": Bilingual(fr="date sur une case", en="date over a box"),
    "through a box": Bilingual(fr="trait à travers une case", en="line through a box"),
    "through a label": Bilingual(fr="trait à travers un nom", en="line through a name"),
    "through its own end": Bilingual(fr="trait à travers son propre bout", en="line through its own end"),
}
"""By the code of `layouts.individual.faults`; those of lines without the kind of line they begin with."""
