"""The sheets of the agreement workbook, a module each; `target` is what two of them print alike."""
