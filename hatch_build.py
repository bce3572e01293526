"""The wheel's build hook: the web page is built when the wheel is built, so that its users need no Node."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def _page(root: str) -> ModuleType:
    """``tools/page.py`` by its path: the build runs in a place where no folder of ours is importable."""
    spec = importlib.util.spec_from_file_location("sociogram_page", Path(root) / "tools" / "page.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("tools/page.py is missing; take a complete checkout")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class PageHook(BuildHookInterface[Any]):
    """Builds ``api/web/static`` for a wheel or an sdist; editable installs and current pages need nothing."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """A pinned Node from the package registry, only where the page must be built and there is no npm."""
        page = _page(self.root)
        try:
            needed = not page.is_current(Path(self.root)) and page.find_npm() is None
        except page.PageError:
            return []  # `initialize` says it, where it matters
        return [page.NODE_REQUIREMENT] if needed else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page, or stop the build with one line that says why it cannot be built."""
        if version == "editable":
            return
        page = _page(self.root)
        try:
            page.build(Path(self.root))
        except page.PageError as error:
            raise SystemExit(f"page: {error}") from None
