"""The parts of the page 分级方案: the shelf of schemes, classes, settings, charts, cards of one's own."""
