// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/healthlook.h"

#include "ui/models/providerhealthmodel.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

HealthLook lookOf(ProviderHealth::Health health)
{
    switch (health) {
    case ProviderHealth::Health::Healthy:
        return {ProviderHealthModel::tr("Healthy"), Tone::Ok, u"check"_s};
    case ProviderHealth::Health::Degraded:
        return {ProviderHealthModel::tr("Degraded"), Tone::Warn, u"triangle-alert"_s};
    case ProviderHealth::Health::Down:
        return {ProviderHealthModel::tr("Down"), Tone::Err, u"circle-x"_s};
    case ProviderHealth::Health::Paused:
        return {ProviderHealthModel::tr("Paused"), Tone::Neutral, u"pause"_s};
    case ProviderHealth::Health::NotTested:
        return {ProviderHealthModel::tr("Not tested"), Tone::Neutral, u"circle-help"_s};
    }
    return {};
}

} // namespace Gatehouse::Ui
