"""Parts of the settings page that are more than one choice: the working week, limits of loss, the people."""
