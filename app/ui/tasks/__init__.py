"""Tasks and contacts on the screen: the list of rows, the dialogs to log and to make one."""
