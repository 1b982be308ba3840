// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alerts/alertchannelspane.h"

#include "ui/models/alertwords.h"
#include "ui/models/reportstate.h"
#include "ui/pages/alerts/channeldialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QUrl>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr auto widestTime = "2026-11-28T20:48:00.000Z"_L1;
constexpr int gap = 12;

QString channelName(const QString &id)
{
    return id == "desktop"_L1 ? AlertChannelsPane::tr("Desktop") : id;
}

QList<CellsModel::Column> channelColumns()
{
    return {{u"channel"_s, AlertChannelsPane::tr("Channel"), CellKind::TwoLine},
            {u"address"_s, AlertChannelsPane::tr("Address"), CellKind::Text},
            {u"last"_s, AlertChannelsPane::tr("Last message"), CellKind::Pill},
            {u"when"_s, AlertChannelsPane::tr("When"), CellKind::Text}};
}

QList<CellsModel::Column> logColumns()
{
    return {{u"time"_s, AlertChannelsPane::tr("Time"), CellKind::Text},
            {u"channel"_s, AlertChannelsPane::tr("Channel"), CellKind::Strong},
            {u"state"_s, AlertChannelsPane::tr("Outcome"), CellKind::Pill},
            {u"attempts"_s, AlertChannelsPane::tr("Attempts"), CellKind::Number},
            {u"summary"_s, AlertChannelsPane::tr("Message"), CellKind::TwoLine}};
}

CellsModel::Cell deliveryCell(const QJsonObject &delivery)
{
    const QString state = delivery.value("state"_L1).toString();
    const QString detail = delivery.value("detail"_L1).toString();
    if (state.isEmpty())
        return {
            .text = AlertChannelsPane::tr("None yet"), .tone = Tone::Neutral, .icon = u"minus"_s};
    if (state == "failed"_L1)
        return {.text = AlertChannelsPane::tr("Failed"),
                .tone = Tone::Err,
                .icon = u"circle-x"_s,
                .toolTip = detail};
    if (state == "waiting"_L1)
        return {.text = AlertChannelsPane::tr("Waiting"),
                .tone = Tone::Warn,
                .icon = u"clock"_s,
                .toolTip = detail};
    return {.text = AlertChannelsPane::tr("Delivered"),
            .tone = Tone::Ok,
            .icon = u"circle-check"_s,
            .toolTip = detail};
}

//! What the message said; under it why it did not arrive, its value, or where it is shown.
CellsModel::Cell messageCell(const QJsonObject &delivery)
{
    const auto word = [&delivery](QLatin1StringView key) { return delivery.value(key).toString(); };
    const AlertSentence said = deliverySentence(delivery);
    const QString note = word("channel"_L1) == "desktop"_L1
        ? AlertChannelsPane::tr("shown where a desktop is connected")
        : word("detail"_L1);
    const bool arrived = word("state"_L1) != "failed"_L1 && word("state"_L1) != "waiting"_L1;
    return {.text = said.title,
            .toolTip = QStringList{said.title, said.text, note}.join(u'\n').trimmed(),
            .detail = arrived && !said.text.isEmpty() ? said.text : note};
}

} // namespace

AlertChannelsPane::AlertChannelsPane(Api::AdminClient &client, ConfigurationModel &configuration,
                                     const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_configuration(configuration)
    , m_model(client, clock, u"/alerts/channels"_s)
    , m_logModel(client, clock, u"/alerts/deliveries"_s)
    , m_rows(channelColumns())
    , m_logRows(logColumns())
{
    setObjectName(u"alerts.channels"_s);
    setAccessibleName(tr("Channels"));
    m_logModel.setParameter(u"limit"_s, u"200"_s);
    build();
    connectParts();
    showButtons();
}

void AlertChannelsPane::build()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, 8, 8);
    m_new = makeButton(tr("New channel…"), u"primary"_s, u"alerts.newChannelButton"_s, bar);
    m_edit = makeButton(tr("Edit…"), {}, u"alerts.editChannelButton"_s, bar);
    m_test = makeButton(tr("Send a test"), {}, u"alerts.testChannelButton"_s, bar);
    m_delete = makeButton(tr("Delete"), {}, u"alerts.deleteChannelButton"_s, bar);
    m_edit->setAccessibleName(tr("Edit the channel"));
    m_delete->setAccessibleName(tr("Delete the channel"));
    for (QPushButton *button : {m_new, m_edit, m_test, m_delete})
        flow->addWidget(button);
    m_failing = new Banner(Tone::Err, this);
    m_failing->setObjectName(u"alerts.failingBanner"_s);
    m_failing->setDismissable(false);
    m_failing->hide();
    auto *content = new QWidget(this);
    auto *card = new Card(tr("Channels"), content);
    card->setFlush();
    m_table = new TableView(card);
    m_table->setObjectName(u"alerts.channelsTable"_s);
    m_table->setAccessibleName(tr("Channels"));
    m_table->setModel(&m_rows);
    m_table->horizontalHeader()->setSectionResizeMode(Address, QHeaderView::Stretch);
    m_table->setColumnCharacters(Channel, 24);
    m_table->setColumnCharacters(Last, 14);
    m_table->setColumnText(When, timeText(widestTime));
    card->content()->addWidget(m_table);
    auto *logCard = new Card(tr("Messages"), content);
    logCard->setFlush();
    m_log = new TableView(logCard);
    m_log->setObjectName(u"alerts.deliveriesTable"_s);
    m_log->setAccessibleName(tr("Messages"));
    m_log->setModel(&m_logRows);
    m_log->horizontalHeader()->setSectionResizeMode(Summary, QHeaderView::Stretch);
    m_log->setColumnText(Time, timeText(widestTime));
    m_log->setColumnCharacters(Through, 14);
    m_log->setColumnCharacters(Outcome, 14);
    m_log->setColumnCharacters(Attempts, 8);
    logCard->content()->addWidget(m_log);
    auto *cards = new QVBoxLayout(content);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(gap);
    cards->addWidget(card, 2);
    cards->addWidget(logCard, 3);
    m_states = new StatePanel(content, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_failing);
    layout->addWidget(bar);
    layout->addWidget(m_states, 1);
}

void AlertChannelsPane::connectParts()
{
    connect(&m_model, &ReportModel::changed, this, &AlertChannelsPane::showChannels);
    connect(&m_model, &ReportModel::failed, this, &AlertChannelsPane::updateState);
    connect(&m_logModel, &ReportModel::changed, this, &AlertChannelsPane::showLog);
    connect(&m_client, &Api::AdminClient::eventReceived, this, [this](const QString &kind) {
        if (isVisible() && (kind == "alerts"_L1 || kind == "revision"_L1 || kind == "event"_L1))
            refresh();
    });
    connect(m_states, &StatePanel::retryRequested, this, &AlertChannelsPane::refresh);
    connect(m_new, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(currentId()); });
    connect(m_test, &QPushButton::clicked, this, &AlertChannelsPane::test);
    connect(m_delete, &QPushButton::clicked, this, &AlertChannelsPane::remove);
    connect(m_table, &TableView::rowActivated, this, [this] {
        if (m_edit->isEnabled())
            edit(currentId());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AlertChannelsPane::showButtons);
}

// --- showing ------------------------------------------------------------------------------------

QString AlertChannelsPane::timeText(const QJsonValue &value) const
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return Format::unknown();
    return tr("%1, %2", "date, time")
        .arg(Format::dayAndMonth(time.toTimeZone(m_model.zone()).date()),
             Format::timeOfDay(time, m_model.zone()));
}

CellsModel::Row AlertChannelsPane::rowOf(const QJsonObject &channel) const
{
    const QString id = channel.value("id"_L1).toString();
    const QString kind = channel.value("kind"_L1).toString();
    const QJsonObject last = channel.value("last"_L1).toObject();
    QString address = channel.value("url"_L1).toString();
    if (kind == "email"_L1) {
        QStringList to;
        for (const QJsonValue &one : channel.value("to"_L1).toArray())
            to.append(one.toString());
        address = tr("%1 through %2", "recipients, server").arg(to.join(u", "_s), address);
    } else if (address.isEmpty()) {
        address = kind == "chat"_L1 ? tr("stored as a secret")
                                    : tr("every desktop that shows this gateway");
    }
    return {.id = id,
            .cells = {{.text = channelName(id), .detail = channelKind(kind)},
                      {.text = address},
                      deliveryCell(last),
                      {.text = timeText(last.value("time"_L1))}}};
}

void AlertChannelsPane::showChannels()
{
    const QString chosen = currentId();
    QList<CellsModel::Row> rows;
    QStringList failing;
    QString detail;
    for (const QJsonValue &item : m_model.data().value("items"_L1).toArray()) {
        rows.append(rowOf(item.toObject()));
        const QJsonObject last = item["last"_L1].toObject();
        if (last.value("state"_L1).toString() != "failed"_L1)
            continue;
        failing.append(item["id"_L1].toString());
        detail = last.value("detail"_L1).toString();
    }
    m_rows.setRows(rows);
    m_table->chooseRow(chosen);
    m_failing->setVisible(!failing.isEmpty());
    m_failing->setText(
        tr("Alerts do not arrive through %1").arg(failing.join(u", "_s)),
        tr("The last message failed: %1. Repair the channel and send a test.").arg(detail));
    showButtons();
    updateState();
}

void AlertChannelsPane::showLog()
{
    QList<CellsModel::Row> rows;
    for (const QJsonValue &item : m_logModel.data().value("items"_L1).toArray()) {
        const QJsonObject delivery = item.toObject();
        rows.append({.id = delivery.value("id"_L1).toString(),
                     .cells = {{.text = timeText(delivery.value("time"_L1))},
                               {.text = channelName(delivery.value("channel"_L1).toString())},
                               deliveryCell(delivery),
                               {.text = Format::count(delivery.value("attempts"_L1).toInteger())},
                               messageCell(delivery)}});
    }
    m_logRows.setRows(rows);
}

void AlertChannelsPane::showButtons()
{
    const bool isWritten = m_editable && written(currentId());
    m_new->setEnabled(m_editable && m_configuration.isLoaded());
    m_edit->setEnabled(isWritten);
    m_delete->setEnabled(isWritten);
    m_test->setEnabled(m_editable && !currentId().isEmpty());
}

void AlertChannelsPane::updateState()
{
    if (showReportState(*m_states, m_model, false))
        Q_EMIT loaded();
}

void AlertChannelsPane::setEditable(bool editable)
{
    m_editable = editable;
    showButtons();
}

QString AlertChannelsPane::currentId() const
{
    return m_table->currentIndex().siblingAtColumn(Channel).data(CellRole::Id).toString();
}

const Api::AlertChannel *AlertChannelsPane::written(const QString &id) const
{
    const QList<Api::AlertChannel> &all = m_configuration.document().channels;
    const auto found =
        std::ranges::find_if(all, [&id](const Api::AlertChannel &one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

// --- changing -----------------------------------------------------------------------------------

void AlertChannelsPane::edit(const QString &id)
{
    const Api::AlertChannel *own = written(id);
    QStringList taken;
    for (const Api::AlertChannel &one : m_configuration.document().channels) {
        if (one.id != id)
            taken.append(one.id);
    }
    auto *dialog = new ChannelDialog(own ? *own : Api::AlertChannel(), taken, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ChannelDialog::saved, this, &AlertChannelsPane::take);
    dialog->open();
}

void AlertChannelsPane::take(const Api::AlertChannel &channel, const QString &secret)
{
    const bool makeOne =
        secret.isEmpty() && channel.secret.isEmpty() && channel.kind == "webhook"_L1;
    if (makeOne)
        storeSecret(channel, newSigningSecret(), true);
    else if (secret.isEmpty())
        save(channel, {});
    else
        storeSecret(channel, secret, false);
}

void AlertChannelsPane::storeSecret(Api::AlertChannel channel, const QString &secret, bool isMade)
{
    const QString path = u"/secrets/alert-%1"_s.arg(channel.id);
    connect(m_client.put(path, {{u"value"_s, secret}}), &Api::AdminCall::finished, this,
            [this, channel, secret, isMade](Api::AdminCall *call) {
                if (!call->succeeded()) {
                    Q_EMIT done(call->error().detail);
                    return;
                }
                Api::AlertChannel stored = channel;
                stored.secret = call->reply().body.value("ref"_L1).toString();
                save(stored, isMade ? secret : QString());
            });
}

void AlertChannelsPane::save(const Api::AlertChannel &channel, const QString &madeSecret)
{
    Api::Document document = m_configuration.document();
    const auto own =
        std::ranges::find_if(document.channels, [&channel](const Api::AlertChannel &one) {
            return one.id == channel.id;
        });
    const bool isNew = own == document.channels.end();
    if (isNew)
        document.channels.append(channel);
    else
        *own = channel;
    m_configuration.replace(
        document,
        isNew ? tr("Created the channel “%1”").arg(channel.id)
              : tr("Changed the channel “%1”").arg(channel.id),
        this, [this, channel, madeSecret](const std::optional<Refusal> &refusal) {
            refresh();
            if (refusal) {
                Q_EMIT done(refusal->findings.isEmpty() ? refusal->error.detail
                                                        : refusal->findings.first().message);
            } else if (!madeSecret.isEmpty()) {
                auto *dialog = new SigningSecretDialog(channel.id, madeSecret, this);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                dialog->open();
            }
        });
}

void AlertChannelsPane::remove()
{
    const QString id = currentId();
    Api::Document document = m_configuration.document();
    document.channels.removeIf([&id](const Api::AlertChannel &one) { return one.id == id; });
    for (Api::AlertRule &rule : document.alerts)
        rule.channels.removeAll(id);
    m_configuration.replace(document, tr("Deleted the channel “%1”").arg(id), this,
                            [this](const std::optional<Refusal> &refusal) {
                                if (refusal)
                                    Q_EMIT done(refusal->error.detail);
                                refresh();
                            });
}

void AlertChannelsPane::test()
{
    const QString id = currentId();
    const QString path =
        u"/alerts/channels/%1/test"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(id)));
    m_test->setEnabled(false);
    connect(m_client.post(path), &Api::AdminCall::finished, this, [this, id](Api::AdminCall *call) {
        const bool arrived = call->succeeded() && call->reply().body.value("delivered"_L1).toBool();
        const QString detail = call->succeeded() ? call->reply().body.value("detail"_L1).toString()
                                                 : call->error().detail;
        Q_EMIT done(arrived ? tr("The test went out through %1.").arg(id)
                            : tr("%1 failed: %2").arg(id, detail));
        refresh();
        showButtons();
    });
}

// --- events -------------------------------------------------------------------------------------

void AlertChannelsPane::refresh()
{
    m_model.refresh();
    m_logModel.refresh();
}

void AlertChannelsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model.setActive(true);
    m_logModel.setActive(true);
}

void AlertChannelsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model.setActive(false);
    m_logModel.setActive(false);
}

} // namespace Gatehouse::Ui
