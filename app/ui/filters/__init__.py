"""What narrows the customer list: the facet panel at its left, the chips of active filters above it."""
