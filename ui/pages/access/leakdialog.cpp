// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/leakdialog.h"

#include "ui/models/cellsmodel.h"
#include "ui/models/keyactions.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr QSize dialogSize(760, 540);

CellsModel::Cell dangerOf(const QString &text, const KeyRow &key)
{
    if (text == "former"_L1 || key.isDeleted())
        return {.text = LeakDialog::tr("Refused already"), .tone = Tone::Ok, .icon = u"check"_s};
    if (key.state == KeyRow::State::Disabled || key.state == KeyRow::State::Expired)
        return {.text = stateText(key, QDateTime::currentDateTime()),
                .tone = Tone::Neutral,
                .icon = stateIcon(key)};
    if (text == "previous"_L1)
        return {.text = LeakDialog::tr("Old secret, still accepted"),
                .tone = Tone::Err,
                .icon = u"circle-x"_s};
    return {.text = LeakDialog::tr("Works"), .tone = Tone::Err, .icon = u"circle-x"_s};
}

} // namespace

LeakDialog::LeakDialog(Api::AdminClient &client, KeyActions &actions, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_actions(actions)
    , m_text(new QPlainTextEdit(this))
    , m_since(new QComboBox(this))
    , m_search(
          makeButton(tr("Look for keys"), u"primary"_s, u"access.leakDialog.searchButton"_s, this))
    , m_outcome(makeLabel({}, u"strong"_s, this))
    , m_rows(new CellsModel({{u"name"_s, tr("Key"), CellKind::Strong},
                             {u"state"_s, tr("In the text"), CellKind::Pill},
                             {u"requests"_s, tr("Requests"), CellKind::Number},
                             {u"cost"_s, tr("Spent"), CellKind::Number},
                             {u"addresses"_s, tr("From")}},
                            this))
    , m_table(new TableView(this))
    , m_disable(makeButton(tr("Disable"), {}, u"access.leakDialog.disableButton"_s, this))
    , m_replace(makeButton(tr("Replace…"), {}, u"access.leakDialog.replaceButton"_s, this))
    , m_copy(new CopyButton(tr("Copy a notice about the keys"), this))
{
    setObjectName(u"access.leakDialog"_s);
    setWindowTitle(tr("Keys in a text"));
    resize(dialogSize);
    QLabel *advice =
        makeLabel(tr("Paste what got out: a file, a log, a chat. The text is looked through and "
                     "forgotten; it is neither kept nor logged."),
                  u"muted"_s, this);
    advice->setWordWrap(true);
    m_outcome->setObjectName(u"access.leakDialog.outcomeLabel"_s);
    m_outcome->setWordWrap(true);
    m_table->setObjectName(u"access.leakDialog.foundTable"_s);
    m_table->setAccessibleName(tr("Keys in the text"));
    m_table->setModel(m_rows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    static constexpr int widths[] = {18, 24, 9, 9};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnCharacters(column, widths[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LeakDialog::showActions);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(windowTitle(), u"dialogTitle"_s, this));
    layout->addWidget(advice);
    layout->addLayout(makeQuestion());
    layout->addWidget(m_outcome);
    layout->addWidget(m_table, 1);
    layout->addLayout(makeActions());
    showFound();
    m_text->setFocus();
}

QLayout *LeakDialog::makeQuestion()
{
    m_text->setObjectName(u"access.leakDialog.textField"_s);
    m_text->setAccessibleName(tr("Text to look through"));
    m_text->setPlaceholderText(tr("Text to look through"));
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 6);
    m_text->setTabChangesFocus(true);
    m_since->setObjectName(u"access.leakDialog.sinceCombo"_s);
    m_since->setAccessibleName(tr("What the keys did in"));
    m_since->addItem(tr("the last 24 hours"), u"24h"_s);
    m_since->addItem(tr("the last 7 days"), u"7d"_s);
    m_since->addItem(tr("the last 30 days"), u"30d"_s);
    m_since->addItem(tr("the last 90 days"), u"90d"_s);
    m_since->setCurrentIndex(1);
    m_search->setDefault(true);
    connect(m_search, &QPushButton::clicked, this, &LeakDialog::search);
    QLabel *since = makeLabel(tr("What the keys did in"), {}, this);
    since->setBuddy(m_since);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(since);
    line->addWidget(m_since);
    line->addStretch(1);
    line->addWidget(m_search);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addLayout(line);
    return layout;
}

QLayout *LeakDialog::makeActions()
{
    m_copy->setObjectName(u"access.leakDialog.noticeButton"_s);
    QPushButton *close = makeButton(tr("Close"), {}, u"access.leakDialog.closeButton"_s, this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_disable, &QPushButton::clicked, this,
            [this] { m_actions.setDisabled(selected(), true); });
    connect(m_replace, &QPushButton::clicked, this, [this] {
        for (const KeyRow &key : selected())
            Q_EMIT replaceRequested(key);
    });
    connect(&m_actions, &KeyActions::done, this, [this](const QString &sentence) {
        m_outcome->setText(sentence);
        for (const KeyRow &key : selected())
            for (Found &found : m_found)
                if (found.key.id == key.id)
                    found.key.state = KeyRow::State::Disabled;
        showFound();
    });
    connect(&m_actions, &KeyActions::failed, m_outcome, &QLabel::setText);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addWidget(m_disable);
    layout->addWidget(m_replace);
    layout->addWidget(makeLabel(tr("Notice"), u"muted"_s, this));
    layout->addWidget(m_copy);
    layout->addStretch(1);
    layout->addWidget(close);
    return layout;
}

void LeakDialog::search()
{
    if (m_call)
        return;
    if (m_text->toPlainText().trimmed().isEmpty()) {
        m_outcome->setText(tr("Paste the text to look through."));
        m_text->setFocus();
        return;
    }
    m_search->setEnabled(false);
    m_call = m_client.post(
        u"/keys/find"_s,
        {{"text"_L1, m_text->toPlainText()}, {"since"_L1, m_since->currentData().toString()}});
    connect(m_call, &Api::AdminCall::finished, this, &LeakDialog::take);
}

void LeakDialog::take(Api::AdminCall *call)
{
    m_search->setEnabled(true);
    if (!call->succeeded()) {
        m_outcome->setText(tr("The text was not looked through. %1").arg(call->error().detail));
        return;
    }
    m_text->clear(); // what may hold secrets does not stay on screen
    m_found.clear();
    for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray()) {
        const QJsonObject activity = item["activity"_L1].toObject();
        Found found{.key = parseKeyRow(item.toObject()),
                    .text = item["text"_L1].toString(),
                    .requests = activity.value("requests"_L1).toInteger(),
                    .failed = activity.value("failed"_L1).toInteger(),
                    .cost = activity.value("cost_nano_usd"_L1).toInteger(),
                    .addresses = {}};
        for (const QJsonValue &client : activity.value("clients"_L1).toArray())
            found.addresses.append(client["address"_L1].toString());
        m_found.append(found);
    }
    m_outcome->setText(m_found.isEmpty() ? tr("No key of this gateway stands in the text.")
                                         : tr("%n keys of this gateway stand in the text.", nullptr,
                                              int(m_found.size())));
    showFound();
    if (!m_found.isEmpty())
        m_table->selectAll();
}

void LeakDialog::showFound()
{
    QList<CellsModel::Row> rows;
    for (const Found &found : std::as_const(m_found)) {
        const QString addresses =
            found.addresses.isEmpty() ? Format::unknown() : found.addresses.join(u", "_s);
        rows.append({.id = found.key.id,
                     .cells = {{.text = found.key.name, .toolTip = shownKey(found.key)},
                               dangerOf(found.text, found.key),
                               {.text = Format::count(found.requests)},
                               CellsModel::moneyCell(found.cost),
                               {.text = addresses}}});
    }
    m_rows->setRows(rows);
    showActions();
}

void LeakDialog::showActions()
{
    const QList<KeyRow> keys = selected();
    m_disable->setEnabled(std::ranges::any_of(keys, [](const KeyRow &key) {
        return !key.isDeleted() && key.state != KeyRow::State::Disabled;
    }));
    m_replace->setEnabled(keys.size() == 1 && !keys.constFirst().declared
                          && !keys.constFirst().isDeleted());
    m_replace->setToolTip(keys.size() == 1 && keys.constFirst().declared ? tr(
                              "The secret of a declared key is kept outside: replace it there.")
                                                                         : QString());
    m_copy->setEnabled(!m_found.isEmpty());
    m_copy->setCopyText(notice());
}

QList<KeyRow> LeakDialog::selected() const
{
    QList<KeyRow> keys;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        if (row.row() < m_found.size())
            keys.append(m_found.at(row.row()).key);
    return keys;
}

//! What is told to the people concerned: names and numbers, no secret.
QString LeakDialog::notice() const
{
    QStringList lines{tr("Keys of the AI gateway were found in a text that got out on %1:")
                          .arg(Format::moment(QDateTime::currentDateTime()))};
    for (const Found &found : m_found) {
        lines.append(QString());
        lines.append(
            tr("Key “%1” (%2), %3")
                .arg(found.key.name, shownKey(found.key), dangerOf(found.text, found.key).text));
        lines.append(tr("In %1: %2 requests, %3 of them failed, %4 spent")
                         .arg(m_since->currentText(), Format::count(found.requests),
                              Format::count(found.failed), Format::money(found.cost)));
        if (!found.addresses.isEmpty())
            lines.append(tr("Used from: %1").arg(found.addresses.join(u", "_s)));
    }
    return lines.join(u'\n');
}

} // namespace Gatehouse::Ui
