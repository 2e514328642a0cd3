"""The programs: the command line."""
