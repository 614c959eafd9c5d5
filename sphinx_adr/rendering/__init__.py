"""From values to docutils nodes that every builder can write."""
