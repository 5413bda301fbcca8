"""The press: many workbooks of one form, at several times the speed of the writer, with the writer's own bytes.

Its law, on one page:

1. **Same bytes.** `Mesin.render(plan)` gives what `render_workbook(plan)` of `kinerja.workbook.writer` gives, to the
   byte. What the press cannot stamp it hands to the writer; it never decides what a file looks like
   (`tests/test_press.py`).
2. **Form and values.** Two plans are of one form when only these differ: constants, formulas and their results, values
   inside input blocks, heights of rows, and the title, properties and footer of the file (`beda`). The first plan of a
   form is written and kept as a pattern (`pola`), cut at its cells and shared strings (`potongan`). Of another plan
   only what differs is put in, and only the pieces of the file that hold it are deflated again
   (`kinerja.workbook.paket`).
3. **When not.** A shared string keeps its number only while equal texts stay equal and different ones different; a cell
   that a chart shows stands in the chart's part too; rows that come or go move what is below them; charts and pictures
   hang on the heights of the rows above them; what Excel is told not to mark (`abai`) follows from formulas and from
   which constants read as numbers. All these are another form (`LainBentuk`), and the writer's work.
4. **The same, not only equal.** Comparing is quick because most parts of two plans are one object, which is passed over
   at the speed of C. Whoever makes plans takes heads, blank blocks and whole sheets that many plans have in common from
   `kinerja.workbook.sama`; a plan is right without it, and only slower.

The door is `mesin.Mesin`. Nobody else imports from here.
"""
