"""CIEDE2000: how different two colours look.

G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 Color-Difference Formula: Implementation Notes, Supplementary
Test Data, and Mathematical Observations", Color Research & Application 30(1), 2005; their names are kept.
"""

import math

from colour_codes.colour_spaces import Triple

_POW_25_7 = 25.0**7


def ciede2000(first: Triple, second: Triple) -> float:
    """Return the difference of two CIE L*a*b* colours (kL = kC = kH = 1); about 1 is just noticeable."""
    mean_c = (math.hypot(*first[1:]) + math.hypot(*second[1:])) / 2
    g = 0.5 * (1 - math.sqrt(mean_c**7 / (mean_c**7 + _POW_25_7)))
    c1, h1 = _chroma_and_hue(first, g)
    c2, h2 = _chroma_and_hue(second, g)
    lightness = (first[0] + second[0]) / 2
    chroma = (c1 + c2) / 2
    hue = _mean_hue(c1, c2, h1, h2)
    s_l = 1 + 0.015 * (lightness - 50) ** 2 / math.sqrt(20 + (lightness - 50) ** 2)
    s_c = 1 + 0.045 * chroma
    s_h = 1 + 0.015 * chroma * _t(hue)
    d_l = (second[0] - first[0]) / s_l
    d_c = (c2 - c1) / s_c
    d_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(_hue_step(c1, c2, h1, h2)) / 2) / s_h
    return math.sqrt(d_l**2 + d_c**2 + d_h**2 + _rotation(chroma, hue) * d_c * d_h)


def _chroma_and_hue(lab: Triple, g: float) -> tuple[float, float]:
    a = (1 + g) * lab[1]
    chroma = math.hypot(a, lab[2])
    return chroma, math.degrees(math.atan2(lab[2], a)) % 360 if chroma else 0.0


def _hue_step(c1: float, c2: float, h1: float, h2: float) -> float:
    if c1 * c2 == 0:
        return 0.0
    step = h2 - h1
    if step > 180:
        return step - 360
    return step + 360 if step < -180 else step


def _mean_hue(c1: float, c2: float, h1: float, h2: float) -> float:
    if c1 * c2 == 0:
        return h1 + h2
    if abs(h1 - h2) <= 180:
        return (h1 + h2) / 2
    return (h1 + h2 + 360) / 2 if h1 + h2 < 360 else (h1 + h2 - 360) / 2


def _t(hue: float) -> float:
    return (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )


def _rotation(chroma: float, hue: float) -> float:
    turn = 60 * math.exp(-(((hue - 275) / 25) ** 2))
    r_c = 2 * math.sqrt(chroma**7 / (chroma**7 + _POW_25_7))
    return -r_c * math.sin(math.radians(turn))
