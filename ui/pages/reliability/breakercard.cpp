// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reliability/breakercard.h"

#include "ui/models/filterwords.h"
#include "ui/pages/reliability/breakerstrip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/question.h"

#include <QtCore/QJsonArray>
#include <QtCore/QUrl>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

BreakerCard::BreakerCard(Api::AdminClient &client, QWidget *parent)
    : Card(tr("Breakers"), parent)
    , m_client(client)
    , m_strip(new BreakerStrip(this))
    , m_check(makeButton(tr("Run health check now"), u"ghost"_s, u"reliability.healthCheckButton"_s,
                         this))
    , m_reset(
          makeButton(tr("Reset breaker"), u"ghost"_s, u"reliability.resetBreakerButton"_s, this))
    , m_hold(makeButton(tr("Hold open"), u"ghost"_s, u"reliability.holdBreakerButton"_s, this))
{
    setObjectName(u"reliability.breakerCard"_s);
    setFlush();
    m_strip->setObjectName(u"reliability.breakerStrip"_s);
    m_strip->setAccessibleName(tr("Breakers over time"));
    for (QPushButton *button : {m_check, m_reset, m_hold})
        addHeaderWidget(button);
    content()->addWidget(m_strip);
    connectParts();
}

void BreakerCard::connectParts()
{
    connect(m_strip, &BreakerStrip::currentChanged, this, &BreakerCard::showButtons);
    connect(m_strip, &BreakerStrip::cellActivated, this, &BreakerCard::openCell);
    connect(m_reset, &QPushButton::clicked, this, [this] { ask(u"reset"_s); });
    connect(m_hold, &QPushButton::clicked, this, [this] {
        const BreakerTimes *one = m_strip->current();
        ask(one && one->now == BreakerLook::Held ? u"release"_s : u"hold"_s);
    });
    connect(m_check, &QPushButton::clicked, this, &BreakerCard::checkHealth);
}

void BreakerCard::setReport(const QJsonObject &report, const ReportTimes &times)
{
    m_times = times;
    m_strip->setBreakers(parseBreakers(report), times.labels, times.axisLabels);
}

void BreakerCard::setEditable(bool editable)
{
    m_editable = editable;
    showButtons();
}

//! A point below 0 is the whole range.
void BreakerCard::openCell(const QString &provider, const QString &model, int point)
{
    const int last = int(m_times.keys.size()) - 1;
    Q_EMIT openRequests(
        u"%1 %2 %3"_s.arg(filterWord(u"provider"_s, provider), filterWord(u"model"_s, model),
                          m_times.filter(point < 0 ? 0 : point, point < 0 ? last : point)));
}

void BreakerCard::showButtons()
{
    const BreakerTimes *one = m_strip->current();
    const bool held = one && one->now == BreakerLook::Held;
    m_hold->setText(held ? tr("Release") : tr("Hold open"));
    m_hold->setAccessibleName(m_hold->text());
    const bool paused = one && one->now == BreakerLook::Paused;
    m_reset->setEnabled(m_editable && one && one->now != BreakerLook::Closed && !paused);
    m_hold->setEnabled(m_editable && one && !paused);
    m_check->setEnabled(m_editable && one && !paused);
}

void BreakerCard::ask(const QString &action)
{
    const BreakerTimes *one = m_strip->current();
    if (!one)
        return;
    const QString provider = one->provider;
    const QString model = one->model;
    const QString name = tr("%1, %2", "provider, model").arg(one->providerName, model);
    if (action == "release"_L1)
        return change(provider, model, action);
    const bool hold = action == "hold"_L1;
    QMessageBox *box = makeQuestion(
        this, u"reliability.breakerDialog"_s,
        hold ? tr("Hold the breaker open?") : tr("Reset the breaker?"),
        hold ? tr("%1 gets no requests until you release it; routes use their other targets.")
                   .arg(name)
             : tr("%1 gets requests again at once, though its last attempts failed.").arg(name));
    QPushButton *go = addAnswer(*box, hold ? tr("Hold open") : tr("Reset breaker"),
                                QMessageBox::AcceptRole, u"reliability.breakerConfirmButton"_s);
    QPushButton *stay = addAnswer(*box, tr("Cancel"), QMessageBox::RejectRole,
                                  u"reliability.breakerCancelButton"_s);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(go, &QPushButton::clicked, this,
            [this, provider, model, action] { change(provider, model, action); });
    openQuestion(*box);
}

void BreakerCard::change(const QString &provider, const QString &model, const QString &action)
{
    const QString path =
        u"/providers/%1/breaker"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(provider)));
    const QString text = action == "hold"_L1 ? tr("The breaker is held open.")
        : action == "release"_L1             ? tr("The breaker is released.")
                                             : tr("The breaker is reset.");
    Q_EMIT changeAsked(m_client.post(path, {{u"model"_s, model}, {u"action"_s, action}}), text);
}

void BreakerCard::checkHealth()
{
    const BreakerTimes *one = m_strip->current();
    if (!one)
        return;
    m_check->setEnabled(false);
    const QString name = one->providerName;
    Api::AdminCall *call = m_client.post(
        u"/providers/%1/test"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(one->provider))));
    connect(call, &Api::AdminCall::finished, this, [this, name](Api::AdminCall *answered) {
        const QJsonArray checks = answered->reply().body.value("checks"_L1).toArray();
        const bool wrong = std::any_of(checks.cbegin(), checks.cend(), [](const QJsonValue &check) {
            return check.toObject().value("state"_L1).toString() == "failed"_L1;
        });
        Q_EMIT done(!answered->succeeded() ? answered->error().detail
                        : wrong            ? tr("%1 did not pass the check.").arg(name)
                                           : tr("%1 passed the check.").arg(name));
        showButtons();
    });
}

} // namespace Gatehouse::Ui
