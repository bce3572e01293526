"""The five-pen code of the sociogenogram: sides, pens, the 2x2 table, palettes, legend and charter.

Standard library only; nothing here knows of situations, sheets or doors. The code is Jean-Marie Lemaire's
(Clinique de Concertation); this package is compatible with it and claims nothing over it.
"""
