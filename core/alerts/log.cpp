// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/log.h"

Q_LOGGING_CATEGORY(lcAlerts, "gatehouse.alerts", QtInfoMsg)
