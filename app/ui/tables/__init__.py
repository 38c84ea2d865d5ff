"""Item models and the way cells are drawn; what a row means is the page's business."""
