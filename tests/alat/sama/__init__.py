"""The proof that all hosts give the same: rules of what may differ, runners of the hosts, the table of outcomes."""
