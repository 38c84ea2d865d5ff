"""Small windows for small questions; none of them is needed to reach a page."""
