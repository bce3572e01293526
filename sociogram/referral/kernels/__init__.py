"""The loops of a search that are compiled: one file, so that what is kept compiled is known to be of it."""
