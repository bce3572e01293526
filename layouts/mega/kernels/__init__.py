"""The loops that lay out large networks: ordinary Python over arrays, compiled at first use."""
