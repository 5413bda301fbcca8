"""Pure rules: exact numbers in, one rounding, no file and no clock but the `pada` date."""
