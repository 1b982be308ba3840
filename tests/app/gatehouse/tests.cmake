# The engine, and the screens that are tried on it.
if(GATEHOUSE_GUI)
    list(APPEND libs gatehouse_core_gateway gatehouse_ui_wizard gatehouse_ui_pages_access gatehouse_ui_pages_providers
         gatehouse_ui_pages_routes gatehouse_app_node)
    if(TARGET Qt6::DBus)
        list(APPEND libs Qt6::DBus) # locks and unlocks a keyring
    endif()
endif()
