# What was imported is compiled and planned.
list(APPEND libs gatehouse_core_api gatehouse_core_admin)
