// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

Q_LOGGING_CATEGORY(lcHttp, "gatehouse.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "gatehouse.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecrets, "gatehouse.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(lcConfig, "gatehouse.config", QtInfoMsg)
Q_LOGGING_CATEGORY(lcLedger, "gatehouse.ledger", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAccess, "gatehouse.access", QtInfoMsg)
Q_LOGGING_CATEGORY(lcRouting, "gatehouse.routing", QtInfoMsg)
Q_LOGGING_CATEGORY(lcProviders, "gatehouse.providers", QtInfoMsg)
Q_LOGGING_CATEGORY(lcGateway, "gatehouse.gateway", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAdmin, "gatehouse.admin", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNode, "gatehouse.node", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "gatehouse.ui", QtInfoMsg)
