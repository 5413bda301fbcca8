"""Agreement workbooks of ours that come back, of any version: whose they are, and what their own sheet Cek says.

Nothing is recomputed: what is told are the values that the last program stored. The words of the sheets are written
here once more, since what an older version wrote stays when today's sheets change.
"""
