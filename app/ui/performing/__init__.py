"""The parts of the page 过程指标."""
