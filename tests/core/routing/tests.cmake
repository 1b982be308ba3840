# SPDX-License-Identifier: GPL-3.0-or-later
# Strategies and breakers are tried in simulated traffic.
list(APPEND libs gatehouse_simulation)
