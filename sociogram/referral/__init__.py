"""Whom to ask, through whom, and why."""
