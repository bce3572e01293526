"""One module for each reference page; each returns Markdown in one language."""
