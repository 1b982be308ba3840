// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/conflictbanner.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

ConflictBanner::ConflictBanner(const QString &name, const QString &bannerName, QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(Tone::Warn, this))
    , m_show(makeButton(tr("Show difference"), u"ghost"_s, name + u".differenceButton", m_banner))
    , m_difference(makeLabel({}, u"muted"_s, this))
{
    m_banner->setObjectName(bannerName);
    m_banner->setDismissable(false);
    m_show->setCheckable(true);
    QPushButton *mine =
        makeButton(tr("Apply mine again"), u"ghost"_s, name + u".mineButton", m_banner);
    QPushButton *theirs =
        makeButton(tr("Take theirs"), u"ghost"_s, name + u".theirsButton", m_banner);
    auto *buttons = qobject_cast<QBoxLayout *>(m_banner->layout());
    for (QPushButton *button : {m_show, mine, theirs})
        buttons->insertWidget(buttons->count() - 1, button);
    m_difference->setObjectName(name + u".differenceLabel");
    m_difference->setWordWrap(true);
    m_difference->setContentsMargins(16, 0, 16, 0);
    m_difference->hide();
    connect(m_show, &QPushButton::toggled, m_difference, &QLabel::setVisible);
    connect(mine, &QPushButton::clicked, this, &ConflictBanner::mineChosen);
    connect(theirs, &QPushButton::clicked, this, &ConflictBanner::theirsChosen);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_banner);
    layout->addWidget(m_difference);
}

void ConflictBanner::setText(const QString &title, const QString &detail,
                             const QStringList &difference)
{
    m_banner->setText(title, detail);
    m_difference->setText(difference.isEmpty() ? tr("The difference could not be read.")
                                               : difference.join(u'\n'));
}

void ConflictBanner::hideDifference()
{
    m_show->setChecked(false);
}

} // namespace Gatehouse::Ui
