"""How long a reader's browser waits for a page, and how much it is sent."""
