// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/portline.h"

#include "ui/widgets/labels.h"

#include <QtCore/QTimer>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto typingPause = 300ms;

} // namespace

PortLine::PortLine(UpkeepModel &upkeep, QWidget *parent)
    : QWidget(parent)
    , m_upkeep(upkeep)
    , m_text(makeLabel({}, u"caption"_s, this))
    , m_useNext(makeButton(tr("Use the next free port"), u"link"_s,
                           u"settings.gateway.useFreePortButton"_s, this))
    , m_pause(new QTimer(this))
{
    m_text->setObjectName(u"settings.gateway.portStateLabel"_s);
    m_text->setWordWrap(true);
    m_useNext->hide();
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_text, 1);
    line->addWidget(m_useNext);
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
    connect(m_pause, &QTimer::timeout, this, &PortLine::ask);
    connect(m_useNext, &QPushButton::clicked, this, [this] { Q_EMIT portOffered(m_nextFree); });
}

QString PortLine::text() const
{
    return m_text->text();
}

void PortLine::setAddress(const QString &address)
{
    if (address == m_address)
        return;
    m_address = address;
    m_pause->start();
}

void PortLine::ask()
{
    const QString address = m_address;
    m_upkeep.checkPort(address, this, [this, address](const PortState &state, const QString &) {
        if (address == m_address) // an answer to what was typed before is of no use
            show(state);
    });
}

void PortLine::show(const PortState &state)
{
    m_nextFree = state.nextFree;
    QString text;
    switch (state.kind) {
    case PortState::Kind::Free:
        text = tr("This port is free.");
        break;
    case PortState::Kind::Own:
        text = tr("This gateway listens on it.");
        break;
    case PortState::Kind::InUse:
        text = state.pid > 0 ? tr("In use by %1 (process %2).").arg(state.program).arg(state.pid)
                             : tr("In use by another program.");
        break;
    case PortState::Kind::Forbidden:
        text = tr("Ports below 1024 need more rights than this program has.");
        break;
    case PortState::Kind::Invalid:
        text = state.detail;
        break;
    }
    m_text->setText(text);
    const bool good = state.kind == PortState::Kind::Free || state.kind == PortState::Kind::Own;
    setStyleProperty(m_text, "tone", good ? u"ok"_s : u"warning"_s);
    m_useNext->setText(tr("Use %1").arg(m_nextFree));
    m_useNext->setAccessibleName(m_useNext->text());
    m_useNext->setVisible(state.kind == PortState::Kind::InUse && m_nextFree > 0);
}

} // namespace Gatehouse::Ui
