# The whole program: screens on a real engine.
if(GATEHOUSE_GUI)
    list(APPEND libs gatehouse_ui_wizard gatehouse_ui_pages_providers gatehouse_app_node)
endif()
