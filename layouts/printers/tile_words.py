"""The words on the pages of a poster."""

from sociogram.language import Bilingual

TILE = Bilingual(
    fr="{code} · rangée {row}, colonne {column} ({rows} rangées de {columns}) · {title}",
    en="{code} · row {row}, column {column} ({rows} rows of {columns}) · {title}",
)
TILE_ALT = Bilingual(
    fr="Page {code} de l’affiche : rangée {row}, colonne {column}.",
    en="Page {code} of the poster: row {row}, column {column}.",
)
GLUE = Bilingual(fr="colle", en="glue")
MAP_TITLE = Bilingual(fr="Plan de l’affiche", en="Map of the poster")
MAP_ALT = Bilingual(
    fr="Plan de l’affiche : {rows} rangées de {columns} pages, de {first} à {last}.",
    en="Map of the poster: {rows} rows of {columns} pages, from {first} to {last}.",
)
MAP_SIZE = Bilingual(
    fr="{title} · {width} × {height} mm · {count} pages {paper}, {rows} rangées de {columns}",
    en="{title} · {width} × {height} mm · {count} pages of {paper}, {rows} rows of {columns}",
)
STEPS = (
    Bilingual(
        fr="1. Imprimer à 100 % (taille réelle), sans « ajuster à la page » : "
        "le trait ci-dessous mesure 100 mm.",
        en="1. Print at 100% (actual size), without “fit to page”: the line below measures 100 mm.",
    ),
    Bilingual(
        fr="2. Couper chaque page à gauche et en haut, d’un repère à l’autre. "
        "Ne rien couper à droite ni en bas.",
        en="2. Cut each page at the left and at the top, from mark to mark. "
        "Cut nothing at the right or below.",
    ),
    Bilingual(
        fr="3. Encoller la bande hachurée ; poser dessus la page qu’elle nomme : "
        "son bord coupé cache juste le trait tireté.",
        en="3. Put glue on the hatched strip; lay over it the page it names: "
        "its cut edge just hides the dashed line.",
    ),
    Bilingual(
        fr="4. Coller les pages de chaque rangée, de gauche à droite, puis les rangées, de haut en bas. "
        "Couper enfin le tour de l’affiche.",
        en="4. Glue the pages of each row, from left to right, then the rows, from top to bottom. "
        "Last, cut round the poster.",
    ),
)
