"""The VBA modules of the add-in without Python that no law changes, as text."""
