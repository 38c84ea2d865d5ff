"""Figures in the window: drawn off its thread, sharp at every scale, to be pointed at and walked through by keys."""
