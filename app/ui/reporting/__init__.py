"""The parts of the reports page: choices at the left, past reports, the printer's dialog."""
