"""Host adapters: they translate values and names, and know no rule."""
