# The first run needs the whole program: the engine and the wizard.
if(GATEHOUSE_GUI)
    list(APPEND libs gatehouse_ui_wizard gatehouse_app_node)
endif()
