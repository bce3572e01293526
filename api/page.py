"""The files of the page, built from `api/web` into `api/web/static` and served as they are."""

from importlib.resources import files
from pathlib import Path

from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

STUDIO_FILE = "studio-file.html"
_NOT_BUILT = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Sociogram</title>
<p>La page n'est pas construite : lancer « make web », ou utiliser les adresses de /docs.</p>
<p lang="en">The page is not built: run “make web”, or use the addresses of /docs.</p></html>"""


def page_folder() -> Path:
    """Where the built page lies in this installation."""
    return Path(str(files("api"))) / "web" / "static"


class PageFiles:
    """Serves the built page; says plainly when it is not built."""

    def __init__(self) -> None:
        folder = page_folder()
        built = (folder / "index.html").is_file()
        self._app = StaticFiles(directory=folder, html=True) if built else HTMLResponse(_NOT_BUILT, 503)
        self._names = frozenset(self._list(folder)) if built else frozenset({"/"})

    def names(self) -> frozenset[str]:
        """The addresses of the page's files: the only ones open without the token."""
        return self._names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file of the page."""
        await self._app(scope, receive, send)

    @staticmethod
    def _list(folder: Path) -> list[str]:
        names = [f"/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*") if path.is_file()]
        # The studio's file is no page of ours before it is filled (use_cases/studio_file.py).
        return ["/", *(name for name in names if name != f"/{STUDIO_FILE}")]
