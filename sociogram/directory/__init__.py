"""Who does what, for whom, where: rows, folders, search."""
