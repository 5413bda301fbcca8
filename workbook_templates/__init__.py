"""What each workbook says and where: pure functions from the model to a plan, no file access."""
