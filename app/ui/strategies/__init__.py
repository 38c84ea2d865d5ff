"""Strategy templates on the screen: the list, the action cards, their effect, the difference before applying."""
