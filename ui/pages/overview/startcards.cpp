// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/startcards.h"

#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/firstrequest.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int cardWidth = 620;

Card *centredCard(QWidget *parent, QWidget *content)
{
    auto *card = new Card(parent);
    card->setFixedWidth(cardWidth);
    card->content()->addWidget(content);
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addWidget(card, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return card;
}

} // namespace

FinishSetupCard::FinishSetupCard(QWidget *parent)
    : QWidget(parent)
{
    auto *state = new EmptyState(
        u"plug"_s, tr("Finish setup"),
        tr("Add a provider and create a key. The first request through the gateway takes about a "
           "minute; you can leave at any step and continue here."),
        this);
    QPushButton *button = state->addAction(tr("Finish setup"), u"overview.finishSetupButton"_s);
    Card *card = centredCard(this, state);
    card->setObjectName(u"overview.finishSetupCard"_s);
    connect(button, &QPushButton::clicked, this, &FinishSetupCard::setupRequested);
}

FirstRequestCard::FirstRequestCard(Api::AdminClient &client, QWidget *parent)
    : QWidget(parent)
{
    auto *state = new EmptyState(
        u"activity"_s, tr("No requests yet."),
        tr("Point an app at this address with one of your keys. Its first request shows up here "
           "within a second."),
        this);
    m_first = new FirstRequest(client, u"overview"_s, state);
    state->addContent(m_first);
    QPushButton *button = state->addAction(tr("Connect an app"), u"overview.emptyConnectButton"_s);
    button->setIcon(themeIcon(u"plug"_s, Ink::AccentText));
    state->addAction(m_first->testButton());
    centredCard(this, state)->setObjectName(u"overview.firstRequestCard"_s);
    connect(button, &QPushButton::clicked, this, &FirstRequestCard::connectRequested);
}

void FirstRequestCard::setBaseUrl(const QString &url)
{
    m_first->setBaseUrl(url);
}

} // namespace Gatehouse::Ui
