"""Builders of what a user installs: the Excel add-in, the LibreOffice extension, the function table."""
