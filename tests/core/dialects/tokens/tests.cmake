# SPDX-License-Identifier: GPL-3.0-or-later
set(libs gatehouse_core_dialects)
