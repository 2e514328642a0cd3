"""Hostile files, arguments, labels and places, each with the verdict that it must get."""
