"""Speed and memory goals, run by `python3 dev.py bench`; not part of the test suite."""
