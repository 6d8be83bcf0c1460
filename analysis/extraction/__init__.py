"""Article text and the mentions in it: where they stand, letter by letter."""
