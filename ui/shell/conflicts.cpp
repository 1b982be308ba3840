// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/conflicts.h"

#include "ui/models/configurationmodel.h"
#include "ui/models/otherschange.h"
#include "ui/widgets/conflictbanner.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialog>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int sideMargin = 24;

QDialog *dialogOf(QObject *context)
{
    for (QObject *object = context; object; object = object->parent()) {
        if (auto *dialog = qobject_cast<QDialog *>(object))
            return dialog;
    }
    return nullptr;
}

} // namespace

Conflicts::Conflicts(Api::AdminClient &client, ConfigurationModel &configuration,
                     QVBoxLayout &place, QWidget *window)
    : QObject(window)
    , m_configuration(configuration)
    , m_place(place)
    , m_window(window)
    , m_others(new OthersChange(client, this))
{
    connect(&configuration, &ConfigurationModel::conflicted, this, &Conflicts::show);
    connect(&configuration, &ConfigurationModel::conflictSettled, this, [this] {
        if (m_banner)
            m_banner->deleteLater();
        m_banner.clear();
    });
    connect(&configuration, &ConfigurationModel::theirsTaken, this, [this] {
        if (QDialog *dialog = dialogOf(m_context))
            dialog->reject(); // what it wanted is given up
    });
    connect(m_others, &OthersChange::read, this,
            [this](const QString &who, const QDateTime &time, const QStringList &difference) {
                if (!m_banner || who.isEmpty())
                    return;
                m_banner->setText(
                    OthersChange::sentence(who, time),
                    tr("Your change was not saved: %1.").arg(m_configuration.conflict()->sentence),
                    difference);
            });
}

QVBoxLayout *Conflicts::placeOf(QObject *context) const
{
    QDialog *dialog = dialogOf(context);
    auto *column = dialog ? qobject_cast<QVBoxLayout *>(dialog->layout()) : nullptr;
    return column ? column : &m_place;
}

void Conflicts::show()
{
    const ConfigurationModel::Conflict &conflict = *m_configuration.conflict();
    delete m_banner;
    m_context = conflict.context;
    m_banner = new ConflictBanner(u"conflict"_s, u"conflict.banner"_s, m_window);
    m_banner->setText(tr("The configuration was changed by someone else."),
                      tr("Your change was not saved: %1.").arg(conflict.sentence), {});
    QVBoxLayout *place = placeOf(m_context); // in the window before the page and the job strip
    if (place == &m_place)
        m_banner->layout()->setContentsMargins(sideMargin, 0, sideMargin, 8);
    place->insertWidget(place == &m_place ? place->count() - 2 : 0, m_banner);
    connect(m_banner, &ConflictBanner::mineChosen, &m_configuration,
            &ConfigurationModel::applyMineAgain);
    connect(m_banner, &ConflictBanner::theirsChosen, &m_configuration,
            &ConfigurationModel::takeTheirs);
    m_others->ask(conflict.base);
}

} // namespace Gatehouse::Ui
