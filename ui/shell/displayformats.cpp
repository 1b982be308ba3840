// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/displayformats.h"

#include "ui/models/configurationmodel.h"
#include "ui/models/preferences.h"
#include "ui/shell/topbar.h"
#include "ui/widgets/calendar.h"
#include "ui/widgets/format.h"

namespace Gatehouse::Ui {

DisplayFormats::DisplayFormats(ConfigurationModel &configuration, Preferences &preferences,
                               TopBar &topBar, QObject *parent)
    : QObject(parent)
    , m_configuration(configuration)
    , m_preferences(preferences)
    , m_topBar(topBar)
{
    connect(&configuration, &ConfigurationModel::changed, this, &DisplayFormats::follow);
    m_topBar.setCurrency(Format::currency());
}

void DisplayFormats::follow()
{
    const Api::GatewaySettings &gateway = m_configuration.document().gateway;
    setFirstDayOfWeek(gateway.firstDayOfWeek());
    const Format::Currency currency{.code = gateway.currency,
                                    .rate = gateway.currencyRate,
                                    .date = gateway.currencyRateDate,
                                    .source = gateway.currencyRateSource};
    if (!m_configuration.isLoaded() || currency == Format::currency())
        return;
    Format::setCurrency(currency);
    m_preferences.setCurrency(currency); // the next window begins with it
    m_topBar.setCurrency(currency);
    Q_EMIT changed();
}

} // namespace Gatehouse::Ui
