"""The performance agreement: model, kinds of indikator, checks, input data."""
