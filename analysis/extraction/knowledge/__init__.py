"""What the rules know: tables of words and nothing else. Each block names where its rows come from."""
