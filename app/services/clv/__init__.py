"""Lifetime value: what a customer has brought, and what may still come (methods.md C). Pure functions on arrays."""
