# The first run and the life of a key need the whole program: the engine and the screens.
if(GATEHOUSE_GUI)
    list(APPEND libs gatehouse_ui_wizard gatehouse_ui_pages_access gatehouse_app_node)
endif()
