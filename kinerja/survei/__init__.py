"""Survey answers, of one file or of a million."""
