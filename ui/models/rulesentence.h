// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/routepolicy.h"

namespace Gatehouse::Ui {

//! "When the prompt has more than 100,000 tokens", "Always".
QString ruleCondition(const Api::RouteRule &rule);
//! "to long", "only gpu/*", "refuse with “Not at night.”".
QString ruleAction(const Api::RouteRule &rule);
//! Both: "When the prompt has more than 100,000 tokens: to long".
QString ruleSentence(const Api::RouteRule &rule);

} // namespace Gatehouse::Ui
