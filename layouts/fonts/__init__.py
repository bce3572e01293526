"""The one font of the house: its file and its name."""

from pathlib import Path

FAMILY = "Sociogram Sans"
FONT_FILE = Path(__file__).resolve().parent / "sociogram-sans.ttf"
ADVANCES_FILE = Path(__file__).resolve().parent / "advances.json"
