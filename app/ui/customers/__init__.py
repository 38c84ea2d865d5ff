"""The parts of the customers page."""
