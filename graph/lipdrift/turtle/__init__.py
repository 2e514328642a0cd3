"""Turtle as text: tokens with their places, and where each statement of a file stands."""
