"""Data: tables, the database behind them, and the journal of changes."""
