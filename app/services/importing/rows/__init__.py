"""From tables to what is staged: sales lines, customers, payments, contacts."""
