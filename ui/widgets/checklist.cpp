// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/checklist.h"

#include "ui/widgets/checktext.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int iconSize = 16;

QString titleOf(const QString &id)
{
    static const QHash<QString, const char *> titles{
        {u"reach"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Reach the provider")},
        {u"key"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Key accepted")},
        {u"models"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Models listed")},
        {u"answer"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Short answer")},
        {u"stream"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Streaming")},
        {u"capabilities"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::CheckList", "Tools and other abilities")},
    };
    const char *title = titles.value(id, nullptr);
    return title ? CheckList::tr(title) : id;
}

QString stateWord(ProviderCheck::State state)
{
    switch (state) {
    case ProviderCheck::State::Waiting:
        return CheckList::tr("Waiting");
    case ProviderCheck::State::Ok:
        return CheckList::tr("Passed");
    case ProviderCheck::State::Failed:
        return CheckList::tr("Failed");
    case ProviderCheck::State::Skipped:
        return CheckList::tr("Not tested");
    }
    return {};
}

QPixmap stateIcon(ProviderCheck::State state)
{
    switch (state) {
    case ProviderCheck::State::Ok:
        return themeIcon(u"circle-check"_s, Ink::Ok).pixmap(iconSize, iconSize);
    case ProviderCheck::State::Failed:
        return themeIcon(u"circle-x"_s, Ink::Err).pixmap(iconSize, iconSize);
    case ProviderCheck::State::Skipped:
        return themeIcon(u"minus"_s, Ink::Caption).pixmap(iconSize, iconSize);
    case ProviderCheck::State::Waiting:
        break;
    }
    return themeIcon(u"loader-circle"_s, Ink::Caption).pixmap(iconSize, iconSize);
}

QLabel *wrapped(const QString &text, const QString &tone, QWidget *parent)
{
    QLabel *label = makeLabel(text, tone, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setVisible(!text.isEmpty());
    return label;
}

} // namespace

QList<ProviderCheck> parseChecks(const QJsonArray &array)
{
    static const QHash<QString, ProviderCheck::State> states{
        {u"ok"_s, ProviderCheck::State::Ok},
        {u"failed"_s, ProviderCheck::State::Failed},
    };
    QList<ProviderCheck> checks;
    for (const QJsonValue &item : array) {
        const QJsonObject object = item.toObject();
        const QJsonValue ms = object.value("ms"_L1);
        checks.append({.id = object.value("id"_L1).toString(),
                       .state = states.value(object.value("state"_L1).toString(),
                                             ProviderCheck::State::Skipped),
                       .ms = ms.isDouble() ? std::optional(ms.toDouble()) : std::nullopt,
                       .text = resultText(object),
                       .detail = object.value("detail"_L1).toString(),
                       .fix = remedyText(object)});
    }
    return checks;
}

QList<ProviderCheck> waitingChecks()
{
    QList<ProviderCheck> checks;
    for (const QString &id :
         {u"reach"_s, u"key"_s, u"models"_s, u"answer"_s, u"stream"_s, u"capabilities"_s})
        checks.append({.id = id});
    return checks;
}

CheckList::CheckList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
}

void CheckList::setChecks(const QList<ProviderCheck> &checks)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        std::unique_ptr<QLayoutItem> gone(item);
    }
    for (const ProviderCheck &check : checks)
        m_layout->addWidget(makeRow(check));
}

QWidget *CheckList::makeRow(const ProviderCheck &check)
{
    auto *row = new QWidget(this);
    row->setObjectName(u"%1.%2"_s.arg(objectName(), check.id));
    row->setAccessibleName(
        tr("%1: %2. %3").arg(titleOf(check.id), stateWord(check.state), check.text));
    auto *icon = new QLabel(row);
    icon->setPixmap(stateIcon(check.state));
    icon->setAccessibleName(stateWord(check.state));
    const bool waiting = check.state == ProviderCheck::State::Waiting;
    QLabel *title = makeLabel(titleOf(check.id), waiting ? u"muted"_s : u"strong"_s, row);
    QLabel *ms = makeLabel(check.ms ? Format::duration(check.ms) : QString(), u"caption"_s, row);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(title);
    top->addStretch(1);
    top->addWidget(ms);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addLayout(top);
    const bool failed = check.state == ProviderCheck::State::Failed;
    words->addWidget(wrapped(check.text, failed ? u"error"_s : u"caption"_s, row));
    words->addWidget(wrapped(check.fix, u"caption"_s, row));
    if (!check.detail.isEmpty() && check.detail != check.text)
        words->addWidget(wrapped(tr("The provider said: %1").arg(check.detail), u"caption"_s, row));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    return row;
}

} // namespace Gatehouse::Ui
