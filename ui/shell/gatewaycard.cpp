// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/gatewaycard.h"

#include "ui/models/statusmodel.h"
#include "ui/shell/gatewaycolours.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/plaintextlabel.h"
#include "ui/widgets/question.h"
#include "ui/widgets/switch.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct StatusLine {
    QString text;
    QString tone;
};

StatusLine runningLine(const StatusModel &status)
{
    const GatewayStatus &now = status.status();
    switch (now.state) {
    case GatewayStatus::State::Unknown:
        return {GatewayCard::tr("⇄ Connecting"), u"section"_s};
    case GatewayStatus::State::Starting:
        return {GatewayCard::tr("◐ Starting"), u"section"_s};
    case GatewayStatus::State::Running:
        return {GatewayCard::tr("● Running · %1 req/s").arg(Format::rate(now.requestsPerSecond)),
                u"deltaOk"_s};
    case GatewayStatus::State::Degraded:
        return {GatewayCard::tr("▲ Degraded · %1 req/s").arg(Format::rate(now.requestsPerSecond)),
                u"deltaWarn"_s};
    case GatewayStatus::State::Stopping:
        return {now.inFlight > 0 ? GatewayCard::tr("◐ Stopping · %n running", nullptr, now.inFlight)
                                 : GatewayCard::tr("◐ Stopping"),
                u"section"_s};
    case GatewayStatus::State::Stopped:
        return {GatewayCard::tr("■ Stopped"), u"section"_s};
    }
    return {};
}

StatusLine lineOf(const StatusModel &status)
{
    if (status.connection() != Api::AdminClient::State::Offline)
        return runningLine(status);
    const QDateTime last = status.lastContact();
    if (!last.isValid())
        return {GatewayCard::tr("⊘ Offline"), u"deltaErr"_s};
    return {
        GatewayCard::tr("⊘ Offline since %1").arg(Format::timeOfDay(last, status.status().zone)),
        u"deltaErr"_s};
}

} // namespace

GatewayCard::GatewayCard(StatusModel &status, QWidget *parent)
    : Card(parent)
    , m_status(status)
    , m_colour(new QLabel(this))
    , m_name(new PlainTextLabel(tr("Local gateway"), u"title"_s, this))
    , m_line(new PlainTextLabel({}, u"section"_s, this))
    , m_list(makeIconButton(u"chevron-down"_s, tr("Gateways"), u"sidebar.gatewaysButton"_s, this))
    , m_switch(new Switch(this))
{
    setObjectName(u"sidebar.gatewayCard"_s);
    m_switch->setObjectName(u"sidebar.gatewayToggle"_s);
    setFocusProxy(m_switch);
    m_line->setObjectName(u"sidebar.statusLabel"_s);
    content()->setContentsMargins(12, 8, 10, 9);
    content()->setSpacing(2);
    auto *top = new QHBoxLayout;
    top->addWidget(m_colour);
    top->addWidget(m_name, 1);
    top->addWidget(m_list);
    top->addWidget(m_switch);
    content()->addLayout(top);
    content()->addWidget(m_line);
    m_list->hide();
    m_colour->setObjectName(u"sidebar.gatewayColourLabel"_s);
    m_colour->hide();
    connect(m_list, &QToolButton::clicked, this, &GatewayCard::listRequested);
    connect(m_switch, &Switch::clicked, this, &GatewayCard::toggle);
    connect(&status, &StatusModel::changed, this, &GatewayCard::showStatus);
    showStatus();
}

void GatewayCard::setName(const QString &name)
{
    m_name->setFullText(name);
}

void GatewayCard::setProduction(const QString &name)
{
    m_production = name;
}

void GatewayCard::setColour(int colour)
{
    m_colour->setVisible(colour >= 0);
    if (colour >= 0)
        m_colour->setPixmap(colourLabel(colour, devicePixelRatioF()));
}

void GatewayCard::setSwitchable(bool switchable)
{
    m_list->setVisible(switchable);
}

QString GatewayCard::statusText() const
{
    return m_line->fullText();
}

void GatewayCard::showStatus()
{
    const StatusLine line = lineOf(m_status);
    m_line->setFullText(line.text);
    setStyleProperty(m_line, "tone", line.tone);
    m_switch->setChecked(m_status.isServing());
    m_switch->setEnabled(m_status.connection() != Api::AdminClient::State::Offline);
    m_switch->setAccessibleName(m_status.isServing() ? tr("Stop the gateway")
                                                     : tr("Start the gateway"));
    m_switch->setToolTip(m_switch->accessibleName());
    setAccessibleName(tr("Gateway: %1").arg(line.text));
}

bool GatewayCard::asksBeforeStop() const
{
    return m_status.isServing() && (m_status.status().inFlight > 0 || !m_production.isEmpty());
}

void GatewayCard::toggle()
{
    if (!m_status.isServing())
        m_status.startGateway();
    else if (asksBeforeStop())
        askBeforeStop();
    else
        m_status.stopGateway(true);
    m_switch->setChecked(m_status.isServing()); // moves when the gateway says so
}

void GatewayCard::askBeforeStop()
{
    const int running = m_status.status().inFlight;
    const bool isNamed = !m_production.isEmpty();
    QMessageBox *box =
        makeQuestion(window(), u"sidebar.stopDialog"_s,
                     isNamed ? tr("Stop %1?").arg(m_production) : tr("Stop the gateway?"),
                     running > 0 ? tr("%n requests are running. New ones get no answer until it is "
                                      "started again.",
                                      nullptr, running)
                                 : tr("Apps get no answer until it is started again."));
    QPushButton *finish = addAnswer(*box, tr("Finish them first"), QMessageBox::AcceptRole,
                                    u"sidebar.stopDialog.finishButton"_s);
    finish->setVisible(running > 0);
    QPushButton *now = addAnswer(*box, isNamed ? tr("Stop %1").arg(m_production) : tr("Stop now"),
                                 QMessageBox::DestructiveRole, u"sidebar.stopDialog.nowButton"_s);
    QPushButton *cancel = addAnswer(*box, tr("Cancel"), QMessageBox::RejectRole,
                                    u"sidebar.stopDialog.cancelButton"_s);
    box->setEscapeButton(cancel);
    box->setDefaultButton(running > 0 ? finish : cancel);
    connect(finish, &QPushButton::clicked, this, [this] { m_status.stopGateway(true); });
    connect(now, &QPushButton::clicked, this, [this] { m_status.stopGateway(false); });
    openQuestion(*box);
}

} // namespace Gatehouse::Ui
