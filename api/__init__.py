"""Every door of Sociogram: command line, HTTP, web page."""
