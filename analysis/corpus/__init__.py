"""Many articles read at once: batches in, parts out, on the cores of one machine or on a cluster."""
