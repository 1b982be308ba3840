// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/overviewdata.h"
#include "ui/widgets/tokens.h"

namespace Gatehouse::Ui {

//! A provider's health as every table shows it: a word, an icon and a tone.
struct HealthLook {
    QString word;
    Tone tone = Tone::Neutral;
    QString icon = {};
};

HealthLook lookOf(ProviderHealth::Health health);

} // namespace Gatehouse::Ui
