"""Tables to figures: marks, labels and panels, in pixels first, then in Plotly's terms."""
