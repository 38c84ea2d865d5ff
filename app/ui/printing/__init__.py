"""The report on paper: layout into pages, and the same pages on screen, in a PDF and on a printer."""
