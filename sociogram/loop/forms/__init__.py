"""What is said and printed of a referral: the labels of its codes and its two papers."""
