# The history is written into real books, to compare their sums with its rows.
list(APPEND libs gatehouse_core_ledger)
