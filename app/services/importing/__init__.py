"""Reading a firm's own ledgers: plan what a file would bring, show it, then write it in one transaction."""
