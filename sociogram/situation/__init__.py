"""A family and its network: the document, its gestures and their fold."""
