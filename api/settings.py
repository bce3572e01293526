"""Settings from the environment (`SOCIOGRAM_*`), read once at the door."""

from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from sociogram.language import Lang


class Settings(BaseSettings):
    """What a user may set without a command-line option."""

    model_config = SettingsConfigDict(env_prefix="SOCIOGRAM_", frozen=True, extra="ignore")

    store: str = ""
    passphrase: SecretStr | None = None
    token: SecretStr | None = None
    lang: Lang = "fr"
    log: Literal["quiet", "normal"] = "normal"

    @property
    def store_url(self) -> str:
        """The store asked for, else a file in the user's data folder."""
        return self.store or f"sqlite:///{default_store_file()}"


def default_store_file() -> Path:
    """Where the embedded store lives when nothing else is asked."""
    return user_data_path("sociogram", appauthor=False) / "sociogram.db"
