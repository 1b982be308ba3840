// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/gatewaysettingssection.h"

namespace Gatehouse::Ui {

GatewaySettingsSection::GatewaySettingsSection(const QString &id, const QString &title,
                                               const QString &iconName, GatewayDraft &draft,
                                               QWidget *parent)
    : SettingsSection(id, title, iconName, parent)
    , m_draft(draft)
{
    connect(&draft, &GatewayDraft::changed, this, [this] { showDraft(); });
}

QSpinBox *GatewaySettingsSection::makeSpin(const Number &number)
{
    auto *spin = new QSpinBox(this);
    spin->setObjectName(rowName(number.row));
    spin->setRange(number.lowest, number.highest);
    spin->setSuffix(number.suffix);
    spin->setSpecialValueText(number.special);
    spin->setGroupSeparatorShown(true);
    return spin;
}

void GatewaySettingsSection::showDraft()
{
    for (const Shown &shown : std::as_const(m_shows)) {
        const QSignalBlocker quiet(shown.field->control());
        shown.show();
    }
    refreshResets();
}

} // namespace Gatehouse::Ui
