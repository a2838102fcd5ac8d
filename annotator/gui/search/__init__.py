"""The search page and what its fields have in common."""
