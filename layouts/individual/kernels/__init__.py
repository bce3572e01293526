"""Compiled arithmetic of the layout: plans, ways over a grid, round ways, what lies on what."""
