"""The parts of the page 数据检查."""
