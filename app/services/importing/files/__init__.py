"""From a stranger's file to rows: every format read in a process of its own, behind one shape."""
