"""Counts that add up: referrals by period, what leaves an organisation, and partners' files put together."""
