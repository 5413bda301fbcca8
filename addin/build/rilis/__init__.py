"""What is handed out: `make rilis` fills the folder dist from a checkout; not part of the wheel.

`dist` puts it together · `panduan` the guide of one page, drawn and worded in `templat/` · `arsip_web` the web folder
as one file, with what to do before it stands on a server · `chromium` prints.
"""
