// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/gatewayssection.h"

#include "ui/widgets/formfield.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

GatewaysSection::GatewaysSection(QWidget *parent)
    : SettingsSection(u"gateways"_s, tr("Gateways"), u"plug"_s, parent)
{
    addGroup();
    QPushButton *list = makeButton(tr("Show list…"), {}, rowName(u"listButton"), this);
    addRow(tr("Connections"), list,
           tr("Gateways on other computers that this window can show, by address and "
              "administration token. Tokens are kept in the keychain."));
    connect(list, &QPushButton::clicked, this, &GatewaysSection::listRequested);
    showOffered();
}

void GatewaysSection::setOffered(bool offered)
{
    m_offered = offered;
    showOffered();
}

} // namespace Gatehouse::Ui
