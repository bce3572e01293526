"""How pens look to people with protan, deutan or tritan vision.

G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 2009: the published
matrices at severity 1.0, applied to linear sRGB.
"""

from enum import StrEnum

from colour_codes.colour_spaces import Matrix, Triple, apply


class Vision(StrEnum):
    """Who looks: usual vision, or one of the three dichromacies at full severity."""

    NORMAL = "normal"
    PROTAN = "protan"
    DEUTAN = "deutan"
    TRITAN = "tritan"


MACHADO_2009: dict[Vision, Matrix] = {
    Vision.PROTAN: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    Vision.DEUTAN: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Vision.TRITAN: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen(linear: Triple, vision: Vision) -> Triple:
    """Return linear sRGB as ``vision`` sees it, kept within what a screen can show."""
    if vision is Vision.NORMAL:
        return linear
    red, green, blue = (min(1.0, max(0.0, c)) for c in apply(MACHADO_2009[vision], linear))
    return red, green, blue
