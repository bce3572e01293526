"""How tests start a server of their own: it does not get ready for a drawing that nobody asks it for."""

import sys

_QUIETLY = """
import sys
from api import first_drawing
from api.cli.main import run
first_drawing.warm_up = lambda: None
sys.exit(run(sys.argv[1:]))
"""


def serve(store: str, port: int | str) -> list[str]:
    """The command for `sociogram serve`."""
    return [sys.executable, "-c", _QUIETLY, "serve", "--port", str(port), "--store", store]
