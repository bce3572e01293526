"""The command line: one file per command, the same use cases as the HTTP routes."""

from api.cli.main import main

__all__ = ["main"]
