"""Answering a referral by a link, without an account: the third listener of `serve`, behind a proxy."""
