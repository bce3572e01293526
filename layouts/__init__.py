"""Where things stand and how a sheet is drawn: Sheet, SVG, PDF, PNG."""
