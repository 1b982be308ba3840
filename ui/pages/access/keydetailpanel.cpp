// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/keydetailpanel.h"

#include "ui/models/cellsmodel.h"
#include "ui/models/requestdata.h"
#include "ui/pages/access/limitladder.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int sparkDays = 30;
constexpr int sparkHeight = 44;
constexpr int mostNames = 8;

QString moment(const QDateTime &time)
{
    return Format::moment(time);
}

//! In characters; 0 is the column that stretches.
void setWidths(TableView *table, const QList<int> &widths)
{
    for (int column = 0; column < widths.size(); ++column)
        if (widths.at(column) > 0)
            table->setColumnCharacters(column, widths.at(column));
}

QString levelText(KeyAccess::Step::Level level, const KeyRow &key)
{
    switch (level) {
    case KeyAccess::Step::Level::Gateway:
        return KeyDetailPanel::tr("Gateway");
    case KeyAccess::Step::Level::Team:
        return KeyDetailPanel::tr("Team %1").arg(key.team);
    case KeyAccess::Step::Level::Key:
        break;
    }
    return KeyDetailPanel::tr("This key");
}

//! "key.disable" in words.
QString actionText(const QString &action)
{
    static const QHash<QString, const char *> words{
        {u"key.create"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyDetailPanel", "Created")},
        {u"key.update"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyDetailPanel", "Edited")},
        {u"key.rotate"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyDetailPanel", "Rotated")},
        {u"key.end_overlap"_s,
         QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyDetailPanel", "Old secret ended")},
        {u"key.disable"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyDetailPanel", "Disabled")},
        {u"key.enable"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyDetailPanel", "Enabled")},
        {u"key.delete"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyDetailPanel", "Deleted")},
        {u"key.restore"_s, QT_TRANSLATE_NOOP("Gatehouse::Ui::KeyDetailPanel", "Restored")},
    };
    const char *word = words.value(action);
    return word ? KeyDetailPanel::tr(word) : action;
}

CellsModel::Row historyRow(const QJsonObject &record)
{
    const QDateTime time =
        QDateTime::fromString(record.value("time"_L1).toString(), Qt::ISODateWithMs);
    return {.id = QString::number(record.value("seq"_L1).toInteger()),
            .cells = {{.text = moment(time)},
                      {.text = actionText(record.value("action"_L1).toString())},
                      {.text = record.value("who"_L1).toString()}}};
}

CellsModel::Row requestRow(const RequestRow &row)
{
    const bool unpriced = !row.cost && !row.running;
    return {.id = row.id,
            .cells = {
                {.text = Format::age(row.time, QDateTime::currentDateTime(),
                                     QTimeZone::systemTimeZone()),
                 .toolTip = moment(row.time)},
                {.text = row.modelAsked},
                {.text = row.running ? KeyDetailPanel::tr("Running") : QString::number(row.status),
                 .tone = row.failed() ? Tone::Err : Tone::Ok,
                 .icon = row.failed() ? u"circle-x"_s : u"check"_s},
                {.text = unpriced ? KeyDetailPanel::tr("Unpriced") : Format::money(row.cost)}}};
}

} // namespace

KeyDetailPanel::KeyDetailPanel(Api::AdminClient &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
{
    setObjectName(u"access.detail"_s);
    setAccessibleName(tr("Key details"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 12, 8);
    column->setSpacing(8);
    m_facts = new FactList(content);
    column->addWidget(m_facts);
    addAccess(column);
    addSpend(column);
    addRequests(column);
    addHistory(column);
    column->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 8, 12);
    layout->setSpacing(12);
    layout->addWidget(makeHeader());
    layout->addLayout(makeActions());
    layout->addWidget(makeScrollArea(content, this), 1);
}

void KeyDetailPanel::addAccess(QVBoxLayout *column)
{
    m_steps = new CellsModel({{u"allows"_s, tr("Allows"), CellKind::TwoLine},
                              {u"remaining"_s, tr("Left"), CellKind::Number},
                              {u"binds"_s, tr("Decides"), CellKind::Pill}},
                             this);
    TableView *steps = makeTable(u"access.effectiveAccess"_s, tr("Effective access"), m_steps);
    steps->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Interactive);
    steps->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    setWidths(steps, {0, 5, 9});
    addSection(column, tr("Effective access"), steps);
    m_callable = makeLabel({}, u"caption"_s, this);
    m_callable->setObjectName(u"access.detail.callableLabel"_s);
    m_callable->setWordWrap(true);
    column->addWidget(m_callable);
    m_ladder = new LimitLadder(m_client, this);
    addSection(column, tr("Effective limits"), m_ladder);
}

void KeyDetailPanel::addSpend(QVBoxLayout *column)
{
    m_spend = makeLabel({}, u"strong"_s, this);
    m_spend->setObjectName(u"access.detail.spendLabel"_s);
    addSection(column, tr("Spend in 30 days"), m_spend);
    m_spark = new Sparkline(this);
    m_spark->setFixedHeight(sparkHeight);
    m_spark->setAccessibleName(tr("Spend of each of the last 30 days"));
    column->addWidget(m_spark);
}

void KeyDetailPanel::addRequests(QVBoxLayout *column)
{
    m_requests = new CellsModel({{u"time"_s, tr("Time")},
                                 {u"model"_s, tr("Asked for")},
                                 {u"status"_s, tr("Status"), CellKind::Pill},
                                 {u"cost"_s, tr("Cost"), CellKind::Number}},
                                this);
    m_requestsTable = makeTable(u"access.detail.requestsTable"_s, tr("Last requests"), m_requests);
    setWidths(m_requestsTable, {6, 0, 8, 7});
    addSection(column, tr("Last requests"), m_requestsTable);
    m_noRequests = makeLabel(tr("No requests yet."), u"caption"_s, this);
    column->addWidget(m_noRequests);
    QPushButton *all = makeButton(tr("Show all requests of this key"), u"link"_s,
                                  u"access.detail.requestsButton"_s, this);
    connect(all, &QPushButton::clicked, this,
            [this] { Q_EMIT requestsRequested(u"key:%1"_s.arg(m_key.id)); });
    column->addWidget(all, 0, Qt::AlignLeft);
}

void KeyDetailPanel::addHistory(QVBoxLayout *column)
{
    m_history = new CellsModel(
        {{u"time"_s, tr("Time")}, {u"action"_s, tr("What")}, {u"who"_s, tr("Who")}}, this);
    m_historyTable =
        makeTable(u"access.detail.historyTable"_s, tr("History of the key"), m_history);
    setWidths(m_historyTable, {16, 0, 12});
    addSection(column, tr("History"), m_historyTable);
}

QWidget *KeyDetailPanel::makeHeader()
{
    auto *header = new QWidget(this);
    m_title = makeLabel({}, u"title"_s, header);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state = new Pill(header);
    QToolButton *close =
        makeIconButton(u"x"_s, tr("Close details (Esc)"), u"access.detail.closeButton"_s, header);
    connect(close, &QToolButton::clicked, this, &KeyDetailPanel::closed);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_state);
    layout->addWidget(close);
    return header;
}

QLayout *KeyDetailPanel::makeActions()
{
    auto *layout = new FlowLayout(nullptr, 8, 8);
    const auto add = [this, layout](const QString &text, const QString &name,
                                    void (KeyDetailPanel::*signal)()) {
        QPushButton *button = makeButton(text, {}, u"access.detail.%1"_s.arg(name), this);
        connect(button, &QPushButton::clicked, this, signal);
        layout->addWidget(button);
        return button;
    };
    m_edit = add(tr("Edit"), u"editButton"_s, &KeyDetailPanel::editRequested);
    m_rotate = add(tr("Rotate"), u"rotateButton"_s, &KeyDetailPanel::rotateRequested);
    m_toggle = add(tr("Disable"), u"toggleButton"_s, &KeyDetailPanel::toggleRequested);
    m_delete = add(tr("Delete"), u"deleteButton"_s, &KeyDetailPanel::deleteRequested);
    m_restore = add(tr("Restore"), u"restoreButton"_s, &KeyDetailPanel::restoreRequested);
    m_endOverlap =
        add(tr("End overlap now"), u"endOverlapButton"_s, &KeyDetailPanel::endOverlapRequested);
    return layout;
}

TableView *KeyDetailPanel::makeTable(const QString &name, const QString &title, CellsModel *model)
{
    auto *table = new TableView;
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setModel(model);
    table->setFitsRows(true);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    return table;
}

void KeyDetailPanel::addSection(QVBoxLayout *layout, const QString &title, QWidget *content)
{
    layout->addSpacing(8);
    layout->addWidget(makeLabel(title, u"section"_s));
    layout->addWidget(content);
}

void KeyDetailPanel::showKey(const KeyRow &key, const KeyAccess &access, const QString &origin)
{
    const bool another = key.id != m_key.id;
    m_key = key;
    m_title->setText(key.name);
    m_title->setToolTip(key.name);
    m_state->setState(stateText(key, QDateTime::currentDateTime()), stateTone(key.state),
                      stateIcon(key));
    showActions();
    showFacts(origin);
    showAccess(access);
    if (another)
        reload();
}

void KeyDetailPanel::reload()
{
    m_ladder->showKey(m_key.isDeleted() ? QString() : m_key.id);
    loadSpend();
    loadRequests();
    loadHistory();
}

void KeyDetailPanel::showActions()
{
    const bool deleted = m_key.isDeleted();
    const bool own = !deleted && !m_key.declared;
    m_edit->setVisible(own);
    m_rotate->setVisible(own);
    m_delete->setVisible(own);
    m_toggle->setVisible(!deleted);
    m_toggle->setText(m_key.state == KeyRow::State::Disabled ? tr("Enable") : tr("Disable"));
    m_toggle->setAccessibleName(m_toggle->text());
    m_restore->setVisible(deleted);
    m_endOverlap->setVisible(m_key.state == KeyRow::State::Rotating);
}

void KeyDetailPanel::showFacts(const QString &origin)
{
    m_facts->clear();
    if (m_key.declared)
        m_facts->add(tr("Origin"), origin);
    m_facts->add(m_key.declared ? tr("Secret") : tr("Key"), shownKey(m_key));
    m_facts->add(tr("Team"), m_key.team);
    if (!m_key.owner.isEmpty())
        m_facts->add(tr("Owner"), m_key.owner);
    for (const auto &[title, words] :
         {std::pair(tr("Regions"), m_key.residency), std::pair(tr("Providers"), m_key.targets),
          std::pair(tr("Addresses"), m_key.addresses)})
        if (!words.isEmpty())
            m_facts->add(title, words.join(u", "_s));
    if (m_key.priority == "batch"_L1)
        m_facts->add(tr("When it is busy"), tr("Behind others (batch)"));
    if (m_key.recordBodies == "never"_L1)
        m_facts->add(tr("Record texts"), tr("Never"));
    m_facts->add(tr("Tags"), m_key.tags.join(u", "_s));
    m_facts->add(tr("Note"), m_key.note);
    if (m_key.state == KeyRow::State::Rotating)
        m_facts->add(tr("Old secret"),
                     m_key.oldLastUsed.isValid()
                         ? tr("Accepted until %1, last used %2")
                               .arg(moment(m_key.oldUntil), moment(m_key.oldLastUsed))
                         : tr("Accepted until %1, not used since").arg(moment(m_key.oldUntil)));
    if (m_key.isDeleted())
        m_facts->add(tr("Restorable"), tr("Until %1").arg(moment(m_key.restorableUntil)));
    const QString last = m_key.lastUsed.isValid() ? moment(m_key.lastUsed) : tr("Never");
    m_facts->add(tr("Last used"),
                 m_key.lastClient.isEmpty() ? last : tr("%1 from %2").arg(last, m_key.lastClient));
    m_facts->add(tr("Expires"), m_key.expires.isValid() ? moment(m_key.expires) : tr("Never"));
    if (m_key.created.isValid())
        m_facts->add(tr("Created"), moment(m_key.created));
}

void KeyDetailPanel::showAccess(const KeyAccess &access)
{
    QList<CellsModel::Row> rows;
    for (const KeyAccess::Step &step : access.steps) {
        CellsModel::Cell binds;
        if (step.binds)
            binds = {.text = tr("Decides"), .tone = Tone::Accent};
        rows.append({.id = QString::number(int(step.level)),
                     .cells = {{.text = step.allows.isEmpty() ? tr("Nothing") : step.allows,
                                .toolTip = step.allows,
                                .detail = levelText(step.level, m_key)},
                               {.text = Format::count(qint64(step.remaining))},
                               binds}});
    }
    m_steps->setRows(rows);
    QString text;
    if (access.teamMissing)
        text = tr("The team “%1” does not exist, so the key is refused.").arg(m_key.team);
    else if (access.callable.isEmpty())
        text = tr("No model or route is left that this key may call.");
    else if (access.callable.size() <= mostNames)
        text = tr("May call %1.").arg(access.callable.join(u", "_s));
    else
        text = tr("May call %1 and %n more.", nullptr, int(access.callable.size()) - mostNames)
                   .arg(access.callable.first(mostNames).join(u", "_s));
    if (!access.residency.isEmpty())
        text = tr("%1 Requests never leave %2.").arg(text, access.residency.join(u", "_s));
    m_callable->setText(text);
    setStyleProperty(m_callable, "tone",
                     access.teamMissing || access.callable.isEmpty() ? u"warning"_s : u"caption"_s);
}

void KeyDetailPanel::ask(const QString &path, const QUrlQuery &query,
                         const std::function<void(const QJsonArray &)> &take)
{
    connect(m_client.get(path, query), &Api::AdminCall::finished, this,
            [this, take, id = m_key.id](Api::AdminCall *call) {
                if (id == m_key.id && call->succeeded())
                    take(call->reply().body.value("items"_L1).toArray());
            });
}

void KeyDetailPanel::loadSpend()
{
    const QDate first = QDate::currentDate().addDays(1 - sparkDays);
    const QString query = u"by=day&key=%1&since=%2"_s.arg(m_key.id, first.toString(Qt::ISODate));
    m_spend->setText(Format::unknown());
    ask(u"/usage"_s, QUrlQuery(query), [this, first](const QJsonArray &items) {
        QList<double> days(sparkDays, 0.0);
        qint64 total = 0;
        qint64 unpriced = 0;
        for (const QJsonValue &item : items) {
            const qint64 cost = item["cost_nano_usd"_L1].toInteger();
            const auto day =
                first.daysTo(QDate::fromString(item["day"_L1].toString(), Qt::ISODate));
            if (day >= 0 && day < sparkDays)
                days[day] += double(cost);
            total += cost;
            unpriced += item["unpriced"_L1].toInteger();
        }
        m_spark->setValues(days, 0);
        m_spend->setText(unpriced == 0 ? Format::money(total)
                                       : tr("%1 and %2 unpriced requests")
                                             .arg(Format::money(total), Format::count(unpriced)));
    });
}

void KeyDetailPanel::loadRequests()
{
    m_requests->setRows({});
    m_requestsTable->hide();
    m_noRequests->hide();
    const QString query = u"filter=key:%1&limit=5"_s.arg(m_key.id);
    ask(u"/requests"_s, QUrlQuery(query), [this](const QJsonArray &items) {
        QList<CellsModel::Row> rows;
        for (const QJsonValue &item : items)
            rows.append(requestRow(parseRequestRow(item.toObject())));
        m_requestsTable->setVisible(!rows.isEmpty());
        m_noRequests->setVisible(rows.isEmpty());
        m_requests->setRows(rows);
        m_requestsTable->updateGeometry();
    });
}

void KeyDetailPanel::loadHistory()
{
    m_history->setRows({});
    const QString object = u"keys.%1"_s.arg(m_key.id);
    ask(u"/audit"_s, QUrlQuery(u"limit=20&object=%1"_s.arg(object)),
        [this, object](const QJsonArray &items) {
            QList<CellsModel::Row> rows;
            for (const QJsonValue &item : items)
                if (item["object"_L1].toString() == object)
                    rows.append(historyRow(item.toObject()));
            m_history->setRows(rows);
            m_historyTable->updateGeometry();
        });
}

} // namespace Gatehouse::Ui
