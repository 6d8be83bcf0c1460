"""Getting an article in: pasted, uploaded or fetched; read apart from everything else, never trusted."""
