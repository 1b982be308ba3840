// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/gatewaysettingssection.h"

#include "ui/widgets/formfield.h"

#include <QtWidgets/QComboBox>

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

FormField *GatewaySettingsSection::addChoice(QString Settings::*member, const QString &key,
                                             const QString &row, const QString &label,
                                             const QString &help,
                                             const QList<std::pair<QString, QString>> &choices)
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(rowName(row));
    for (const auto &[word, text] : choices)
        combo->addItem(text, word);
    FormField *field = addRow(label, combo, help);
    bind(field, key, member, [this, combo, member] {
        combo->setCurrentIndex(combo->findData(draft().settings().*member));
    });
    connect(combo, &QComboBox::activated, this, [this, combo, member](int index) {
        draft().edit([combo, member, index](Settings &settings) {
            settings.*member = combo->itemData(index).toString();
        });
    });
    return field;
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
