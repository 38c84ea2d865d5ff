"""Figures of the services, shown in the window."""
