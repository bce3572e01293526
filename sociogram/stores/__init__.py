"""Where situations and the directory are kept."""
