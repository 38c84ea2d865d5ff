"""The import page in parts: where it starts, the summary, the steps, what was done, the imports of the past."""
