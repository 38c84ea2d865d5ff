"""Parts of the page 疑似重复."""
