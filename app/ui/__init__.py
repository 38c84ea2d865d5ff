"""The window, on top of the services."""
