"""The two papers of a referral, set by typst: the tear-off slip and the inter-agency form."""

from layouts.referral_forms.printing import write_paper

__all__ = ["write_paper"]
