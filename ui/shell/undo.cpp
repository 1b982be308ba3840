// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/undo.h"

#include "ui/models/configurationmodel.h"
#include "ui/widgets/snackbar.h"

namespace Gatehouse::Ui {

Undo::Undo(ConfigurationModel &configuration, Snackbar &snackbar)
    : QObject(&snackbar)
    , m_configuration(configuration)
    , m_snackbar(snackbar)
{
    connect(&configuration, &ConfigurationModel::saved, this, [this](const QString &sentence) {
        m_undo = {};
        m_snackbar.showMessage(sentence, tr("Undo"));
    });
    connect(&configuration, &ConfigurationModel::undone, this, [this](const QString &sentence) {
        m_snackbar.showMessage(tr("Undone: %1").arg(sentence));
    });
    connect(&configuration, &ConfigurationModel::undoRefused, this, [this](const QString &detail) {
        m_snackbar.showMessage(tr("This cannot be undone any more. %1").arg(detail));
    });
    connect(&snackbar, &Snackbar::actionTriggered, this, &Undo::run);
}

void Undo::offer(const QString &text, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_snackbar.showMessage(text, m_undo ? tr("Undo") : QString());
}

void Undo::run()
{
    if (const auto undo = std::exchange(m_undo, {}))
        undo();
    else
        m_configuration.undo();
}

} // namespace Gatehouse::Ui
