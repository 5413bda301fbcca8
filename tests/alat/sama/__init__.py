"""The proof that all hosts give the same; a line a module: what it is for.

Case by case (`test_addin_sama`, `test_addin_sama_acak`)

* `aturan`: what a rule is, what a host should give by its rules, and the verdict on what it gave
* `batas`: the rules of each host, all in which it may differ from the core
* `tuan`: thousands of calls in a host: VBA without Python, COM, Calc, Office.js, LAMBDA names, frozen formulas
* `rantai`: Excel with Python as a chain, from the cell through VBA to the COM server
* `com`: the COM server's side of it, a process of its own

Kind by kind (`test_addin_sama_tabel`; `dok_hasil` writes the page)

* `tabel`: kinds of input and their outcome in each host, as data
* `lembar`: a row of it as a formula over cells, or as a function of VBA
* `jalan`: all rows in a host
"""
