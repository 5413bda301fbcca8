"""Workbooks as plans: data types of a plan (`layout`), text measure (`ukuran`), and the writer (`writer`)."""
