"""A referral and what became of it: one log of events, and what is folded from it."""
