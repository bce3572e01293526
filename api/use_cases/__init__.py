"""What both doors do, command line and HTTP alike: the same objects, the same words."""
