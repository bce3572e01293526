"""From "#rrggbb" to linear light, CIE L*a*b* (D65) and OKLCH.

sRGB: IEC 61966-2-1. L*a*b*: CIE 15, white point D65 2 degrees. OKLab and OKLCH: Björn Ottosson,
"A perceptual color space for image processing" (2020).
"""

import math
import re

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

_HEX = re.compile(r"#[0-9a-f]{6}")

_LINEAR_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_D65: Triple = (0.95047, 1.0, 1.08883)

_LINEAR_TO_LMS: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LMS_TO_OKLAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_OKLAB_TO_LMS: Matrix = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_LMS_TO_LINEAR: Matrix = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


def apply(matrix: Matrix, vector: Triple) -> Triple:
    """Return the product of a 3x3 matrix and a column vector."""
    first, second, third = (row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2] for row in matrix)
    return first, second, third


def linear_of_hex(colour: str) -> Triple:
    """Return linear-light red, green, blue in 0..1 of a "#rrggbb" colour; ValueError for another form."""
    if not _HEX.fullmatch(colour):
        raise ValueError(f'not a colour: {colour[:20]!r}; write "#rrggbb" in lower-case hexadecimal')
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def hex_of_linear(linear: Triple) -> str:
    """Return "#rrggbb" for linear light; what the screen cannot show is clipped to what it can."""
    return "#" + "".join(f"{round(255 * _encoded(min(1.0, max(0.0, c)))):02x}" for c in linear)


def lab_of_linear(linear: Triple) -> Triple:
    """Return CIE L* (0..100), a*, b* of linear sRGB under D65."""
    x, y, z = (_lab_root(c / white) for c, white in zip(apply(_LINEAR_TO_XYZ, linear), _D65, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def oklch_of_hex(colour: str) -> Triple:
    """Return OKLCH lightness (0..1), chroma and hue (degrees, 0..360) of a "#rrggbb" colour."""
    long, medium, short = (math.cbrt(c) for c in apply(_LINEAR_TO_LMS, linear_of_hex(colour)))
    lightness, a, b = apply(_LMS_TO_OKLAB, (long, medium, short))
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def linear_of_oklch(lightness: float, chroma: float, hue: float) -> Triple:
    """Return linear sRGB of an OKLCH colour (hue in degrees); outside 0..1 means no screen shows it."""
    angle = math.radians(hue)
    lab = (lightness, chroma * math.cos(angle), chroma * math.sin(angle))
    long, medium, short = (c**3 for c in apply(_OKLAB_TO_LMS, lab))
    return apply(_LMS_TO_LINEAR, (long, medium, short))


def _linear(encoded: float) -> float:
    return encoded / 12.92 if encoded <= 0.04045 else ((encoded + 0.055) / 1.055) ** 2.4


def _encoded(linear: float) -> float:
    return 12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055


def _lab_root(ratio: float) -> float:
    return math.cbrt(ratio) if ratio > 216 / 24389 else (24389 / 27 * ratio + 16) / 116
