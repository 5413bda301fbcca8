"""What was issued: the register that keeps every workbook, and whose each file in a folder is."""
