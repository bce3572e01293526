"""What the network lacks: ties nobody uses, needs that stay open, places without anything, refusals.

Everything is read from what one viewer sees and keeps, minus every restricted row: these pages are printed.
"""
