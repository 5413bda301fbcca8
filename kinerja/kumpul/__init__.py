"""The way back: filled workbooks collected, proved against what was issued, summed up, carried over."""
