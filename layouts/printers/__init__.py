"""Thin printers of a Sheet: SVG, JSON, PDF, PNG."""
