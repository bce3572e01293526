"""The mega-sociogenogram: the directory filtered, or several situations merged so that nobody is known."""
