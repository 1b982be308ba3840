# The walk over every page needs the whole program: an engine with data behind the screens.
if(GATEHOUSE_GUI)
    list(APPEND libs gatehouse_app_node gatehouse_core_ledger)
endif()
