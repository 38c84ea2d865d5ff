"""What stands around the pages: sidebar, page stack, status strip, toasts, menus."""
