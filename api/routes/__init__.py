"""One file per resource. Routes are thin: read, ask, answer."""
