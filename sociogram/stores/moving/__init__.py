"""Moving house: everything of everybody out of one store and into another, verified."""
