// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/objectivegrid.h"

#include "ui/models/filterwords.h"
#include "ui/models/reportmodel.h"
#include "ui/pages/reliability/objectivecard.h"
#include "ui/pages/reliability/objectivedialog.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"

#include <QtCore/QJsonArray>
#include <QtCore/QUrl>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int gap = 12;
constexpr int leastCardWidth = 270;
constexpr int mostObjectives = 8; //!< before "Show all"

QString pathOf(const QString &id)
{
    return u"/reliability/objectives/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

} // namespace

ObjectiveGrid::ObjectiveGrid(Api::AdminClient &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_grid(new QGridLayout)
    , m_all(makeButton({}, u"link"_s, u"reliability.allObjectivesButton"_s, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    m_grid->setSpacing(gap);
    column->addLayout(m_grid);
    column->addWidget(m_all, 0, Qt::AlignLeft);
    m_all->hide();
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_showsAll = true;
        arrange(m_width);
    });
}

ObjectiveCard *ObjectiveGrid::makeCard(const QString &id)
{
    auto *card = new ObjectiveCard(id, this);
    connect(card, &ObjectiveCard::editRequested, this, [this, id] { edit(id); });
    connect(card, &ObjectiveCard::failuresRequested, this,
            [this, id] { openFailures(objective(id)); });
    return card;
}

void ObjectiveGrid::setObjectives(const QJsonArray &objectives)
{
    m_objectives = objectives;
    QList<std::pair<double, QString>> order; // the least budget first
    QStringList present;
    for (const QJsonValue &value : objectives) {
        const QJsonObject one = value.toObject();
        const QString id = one.value("id"_L1).toString();
        present.append(id);
        ObjectiveCard *&card = m_cards[id];
        if (!card)
            card = makeCard(id);
        card->setObjective(one);
        order.append({maybeNumber(one.value("budget_left"_L1)).value_or(2), id});
    }
    for (const QString &id : m_cards.keys())
        if (!present.contains(id))
            m_cards.take(id)->deleteLater();
    std::stable_sort(order.begin(), order.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    m_order.clear();
    for (const auto &[left, id] : order)
        m_order.append(id);
    arrange(m_width);
}

void ObjectiveGrid::arrange(int width)
{
    m_width = width;
    int least = leastCardWidth; // more for long words and large text
    for (const ObjectiveCard *card : std::as_const(m_cards))
        least = std::max(least, card->minimumSizeHint().width());
    const int fitting = std::clamp((width + gap) / (least + gap), 1, 4);
    const auto cards =
        std::max(1, std::min<int>(int(m_order.size()), m_showsAll ? INT_MAX : mostObjectives));
    // Four that do not fit beside each other stand two by two, not three and one.
    const int lines = (cards + fitting - 1) / fitting;
    const int columns = lines > 1 ? (cards + lines - 1) / lines : fitting;
    for (ObjectiveCard *card : std::as_const(m_cards))
        m_grid->removeWidget(card);
    for (int column = 0; column < 4; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    int shown = 0;
    for (const QString &id : std::as_const(m_order)) {
        ObjectiveCard *card = m_cards.value(id);
        const bool fits = m_showsAll || shown < mostObjectives;
        card->setVisible(fits);
        if (!fits)
            continue;
        m_grid->addWidget(card, shown / columns, shown % columns);
        ++shown;
    }
    const int hidden = int(m_order.size()) - shown;
    m_all->setText(tr("Show %n more", nullptr, hidden));
    m_all->setAccessibleName(m_all->text());
    m_all->setVisible(hidden > 0);
}

QJsonObject ObjectiveGrid::objective(const QString &id) const
{
    for (const QJsonValue &value : m_objectives)
        if (value.toObject().value("id"_L1).toString() == id)
            return value.toObject();
    return {};
}

//! Over the objective's own days, which its numbers are of.
void ObjectiveGrid::openFailures(const QJsonObject &objective)
{
    const QString kind = objective.value("kind"_L1).toString();
    const QString name = objective.value("name"_L1).toString();
    const QString since = u"since:%1d"_s.arg(objective.value("days"_L1).toInt());
    if (kind == "provider"_L1)
        Q_EMIT openRequests(u"attempt:%1/failed %2"_s.arg(name, since));
    else if (kind == "model"_L1)
        Q_EMIT openRequests(u"attempt:failed %1 %2"_s.arg(filterWord(kind, name), since));
    else
        Q_EMIT openRequests(u"%1 status:failed %2"_s.arg(filterWord(kind, name), since));
}

void ObjectiveGrid::edit(const QString &id)
{
    const QJsonObject one = objective(id);
    auto *dialog =
        new ObjectiveDialog(one.value("title"_L1).toString(), one.value("target"_L1).toDouble(),
                            one.value("days"_L1).toInt(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ObjectiveDialog::saved, this,
            [this, id](double target, int days) { save(id, target, days); });
    connect(dialog, &ObjectiveDialog::resetRequested, this, [this, id] { reset(id); });
    dialog->open();
}

void ObjectiveGrid::save(const QString &id, double target, int days)
{
    Q_EMIT changeAsked(m_client.put(pathOf(id), {{u"target"_s, target}, {u"days"_s, days}}),
                       tr("Objective saved: %1").arg(Format::percent(target, 2)));
}

void ObjectiveGrid::reset(const QString &id)
{
    Q_EMIT changeAsked(m_client.remove(pathOf(id)), tr("The objective is the default again."));
}

} // namespace Gatehouse::Ui
