"""Evidence for the way back: what cheaters, programs and honest officers do to a workbook.
"""
