"""Settings from the environment (`SOCIOGRAM_*`), read once at the door."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from sociogram.errors import bad_input
from sociogram.language import Lang
from sociogram.referral.memory import DEFAULT_MB


class Settings(BaseSettings):
    """What a user may set without a command-line option."""

    model_config = SettingsConfigDict(env_prefix="SOCIOGRAM_", frozen=True, extra="ignore")

    store: str = ""
    passphrase: SecretStr | None = None
    token: SecretStr | None = None
    lang: Lang = "fr"
    charter: str = ""
    network_memory_mb: int = Field(default=DEFAULT_MB, ge=0)

    @property
    def store_url(self) -> str:
        """The store asked for, else a file in the user's data folder."""
        return self.store or f"sqlite:///{default_store_file()}"


def read_settings() -> Settings:
    """Return the settings, or raise BadInput naming the variable that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        name = f"$SOCIOGRAM_{str(error.errors()[0]['loc'][0]).upper()}"
        raise bad_input(
            "bad_setting",
            fr="ce réglage n'a pas une valeur possible.",
            en="this setting does not have a possible value.",
            remedy_fr="Corriger ou retirer cette variable.",
            remedy_en="Correct or remove this variable.",
            field=name,
        ) from None


def default_store_file() -> Path:
    """Where the embedded store lives when nothing else is asked."""
    return user_data_path("sociogram", appauthor=False) / "sociogram.db"
