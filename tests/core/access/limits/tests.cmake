# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND libs gatehouse_core_access)
