// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/keyspane.h"

#include "ui/models/configurationmodel.h"
#include "ui/models/keyaccess.h"
#include "ui/models/keysmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/access/keydetailpanel.h"
#include "ui/pages/access/keydialogs.h"
#include "ui/pages/access/keystable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/statepanel.h"

#include <QtCore/QJsonArray>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int detailMinimum = 440;
constexpr int detailMaximum = 640;
constexpr qsizetype shortestSecret = 20;

const QList<std::pair<QString, KeysFilter::Quick>> &quickFilters()
{
    static const QList<std::pair<QString, KeysFilter::Quick>> filters{
        {u"all"_s, KeysFilter::Quick::All},
        {u"neverUsed"_s, KeysFilter::Quick::NeverUsed},
        {u"unused90"_s, KeysFilter::Quick::Unused90Days},
        {u"deleted"_s, KeysFilter::Quick::Deleted}};
    return filters;
}

} // namespace

KeysPane::KeysPane(Api::AdminClient &client, KeysModel &keys, ConfigurationModel &configuration,
                   StatusModel &status, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_keys(keys)
    , m_configuration(configuration)
    , m_status(status)
    , m_actions(new KeyActions(client, this))
    , m_dialogs(new KeyDialogs({client, keys, configuration, status, *m_actions}, this))
    , m_filter(new KeysFilter(keys, this))
{
    m_problem = new Banner(Tone::Err, this);
    m_problem->setObjectName(u"access.problemBanner"_s);
    m_problem->setDismissable(true);
    m_problem->hide();
    connect(m_problem, &Banner::dismissed, m_problem, &QWidget::hide);
    m_state = new StatePanel(makeContent(), this);
    m_state->setObjectName(u"access.keysState"_s);
    auto *empty = new EmptyState(u"key-round"_s, tr("No keys yet."),
                                 tr("Apps need a key to use the gateway."), this);
    QPushButton *first = empty->addAction(tr("New key"), u"access.newKeyButton"_s);
    connect(first, &QPushButton::clicked, this, &KeysPane::newKey);
    m_state->setEmpty(empty);
    connect(m_state, &StatePanel::retryRequested, &m_keys, &KeysModel::refresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_problem);
    layout->addWidget(m_state, 1);
    connectModel();
    addShortcuts();
    refreshNames();
    showState();
}

QWidget *KeysPane::makeContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(makeToolbar());
    layout->addLayout(makeActionLine());
    layout->addWidget(makeTable(), 1);
    return content;
}

QLayout *KeysPane::makeToolbar()
{
    m_search = new SearchField(this);
    m_search->setObjectName(u"access.filterField"_s);
    m_search->setAccessibleName(tr("Filter keys"));
    m_search->setPlaceholderText(tr("Filter, or paste a key"));
    m_search->setToolTip(tr("Filter by words, or paste a whole key to find it"));
    m_search->setClearButtonEnabled(true);
    m_quick = new SegmentedControl(this);
    m_quick->setObjectName(u"access.quickFilter"_s);
    m_quick->addSegment(u"all"_s, tr("All"), tr("All keys"));
    m_quick->addSegment(u"neverUsed"_s, tr("Never used"));
    m_quick->addSegment(u"unused90"_s, tr("Unused for 90 days"));
    m_quick->addSegment(u"deleted"_s, tr("Recently deleted"));
    m_quick->setCurrent(u"all"_s);
    connect(m_search, &QLineEdit::textChanged, this, &KeysPane::applySearch);
    connect(m_quick, &SegmentedControl::currentChanged, this, &KeysPane::applyQuick);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    QPushButton *leak = makeButton(tr("A key got out…"), {}, u"access.leakButton"_s, this);
    leak->setToolTip(tr("Looks for keys in a text, and says what they did"));
    connect(leak, &QPushButton::clicked, this, [this] { m_dialogs->searchLeak(m_names); });
    layout->addWidget(m_search, 1);
    layout->addWidget(m_quick);
    layout->addWidget(leak);
    return layout;
}

QLayout *KeysPane::makeActionLine()
{
    m_summary = makeLabel({}, u"muted"_s, this);
    m_summary->setObjectName(u"access.summaryLabel"_s);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addWidget(m_summary, 1);
    const auto add = [this, layout](const QString &text, const QString &name, auto action) {
        QPushButton *button = makeButton(text, {}, u"access.%1"_s.arg(name), this);
        connect(button, &QPushButton::clicked, this, action);
        layout->addWidget(button);
        return button;
    };
    m_disable = add(tr("Disable"), u"disableButton"_s,
                    [this] { m_actions->setDisabled(m_table->selected(), true); });
    m_enable = add(tr("Enable"), u"enableButton"_s,
                   [this] { m_actions->setDisabled(m_table->selected(), false); });
    m_extend = add(tr("Extend expiry…"), u"extendButton"_s,
                   [this] { m_dialogs->extend(m_table->selectedOwn()); });
    m_move = add(tr("Move…"), u"moveButton"_s, [this] { m_dialogs->move(m_table->selectedOwn()); });
    m_rotate = add(tr("Rotate…"), u"rotateButton"_s,
                   [this] { m_dialogs->rotateAll(m_table->selectedOwn(), m_names); });
    m_delete = add(tr("Delete"), u"deleteButton"_s, [this] { remove(); });
    m_restore =
        add(tr("Restore"), u"restoreButton"_s, [this] { m_actions->restore(m_table->selected()); });
    return layout;
}

QWidget *KeysPane::makeTable()
{
    auto *card = new Card(this);
    card->content()->setContentsMargins(2, 4, 2, 4);
    m_table = new KeysTable(m_keys, *m_filter, card);
    m_nothing = makeLabel(tr("No key matches."), u"muted"_s, card);
    m_nothing->setObjectName(u"access.nothingLabel"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();
    auto *left = new QWidget(card);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(m_nothing, 1);

    m_detail = new KeyDetailPanel(m_client, card);
    m_detail->setMinimumWidth(detailMinimum);
    m_detail->setMaximumWidth(detailMaximum);
    m_detail->hide();
    m_splitter = new QSplitter(Qt::Horizontal, card);
    m_splitter->setObjectName(u"access.splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    card->content()->addWidget(m_splitter, 1);
    return card;
}

void KeysPane::connectModel()
{
    connect(&m_keys, &KeysModel::changed, this, &KeysPane::showState);
    connect(&m_configuration, &ConfigurationModel::changed, this, &KeysPane::refreshNames);
    connect(&m_status, &StatusModel::changed, this,
            [this] { m_keys.setManagedBy(m_status.status().managedBy); });
    connect(m_dialogs, &KeyDialogs::keyChanged, &m_keys, &KeysModel::refresh);
    connect(m_dialogs, &KeyDialogs::keyChanged, m_detail, &KeyDetailPanel::reload);
    connect(m_actions, &KeyActions::finished, &m_keys, &KeysModel::refresh);
    connect(m_actions, &KeyActions::finished, m_detail, &KeyDetailPanel::reload);
    connect(m_actions, &KeyActions::failed, this, &KeysPane::showProblem);
    connect(m_actions, &KeyActions::done, this,
            [this](const QString &sentence, const KeyActions::Undo &undo) {
                m_problem->hide();
                Q_EMIT undoOffered(sentence, undo);
            });
    connect(m_table, &TableView::rowActivated, this, &KeysPane::showDetail);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &KeysPane::showSummary);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) {
                if (row.isValid() && !m_detail->isHidden())
                    showDetail();
            });
    connect(m_detail, &KeyDetailPanel::closed, this, &KeysPane::closeDetail);
    connect(m_detail, &KeyDetailPanel::editRequested, this, [this] {
        if (const KeyRow *key = m_keys.find(m_detail->keyId()))
            m_dialogs->edit(*key, m_names);
    });
    connect(m_detail, &KeyDetailPanel::rotateRequested, this, &KeysPane::rotate);
    connect(m_detail, &KeyDetailPanel::toggleRequested, this, &KeysPane::toggle);
    connect(m_detail, &KeyDetailPanel::deleteRequested, this, [this] {
        if (const KeyRow *key = m_keys.find(m_detail->keyId()))
            m_actions->remove({*key});
    });
    connect(m_detail, &KeyDetailPanel::restoreRequested, this, [this] {
        if (const KeyRow *key = m_keys.find(m_detail->keyId()))
            m_actions->restore({*key});
    });
    connect(m_detail, &KeyDetailPanel::endOverlapRequested, this, [this] {
        if (const KeyRow *key = m_keys.find(m_detail->keyId()))
            m_dialogs->askToEndOverlap(*key);
    });
    connect(m_detail, &KeyDetailPanel::requestsRequested, this, &KeysPane::requestsRequested);
}

void KeysPane::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    const auto focusFilter = [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    };
    add(QKeySequence::Find, focusFilter);
    add(Qt::Key_Slash, focusFilter);
    add(Qt::Key_N, [this] { newKey(); });
    add(Qt::Key_R, [this] { rotate(); });
    add(Qt::Key_Delete, [this] { remove(); });
}

void KeysPane::refreshNames()
{
    connect(m_client.get(u"/models"_s), &Api::AdminCall::finished, this,
            [this](Api::AdminCall *call) {
                if (!call->succeeded())
                    return;
                m_names.clear();
                for (const QJsonValue &item : call->reply().body.value("items"_L1).toArray())
                    m_names.append(item["id"_L1].toString());
                if (!m_detail->isHidden())
                    showDetail();
            });
}

//! A pasted key leaves the field at once, so that its secret does not stay on screen; the gateway
//! compares its hash.
void KeysPane::applySearch()
{
    const QString text = m_search->text().trimmed();
    const qsizetype before = std::exchange(m_searchLength, text.size());
    const QString id = publicIdOfKey(text);
    const bool pasted = text.size() - before >= shortestSecret && !text.contains(u' ');
    if (pasted || !id.isEmpty()) {
        m_search->setText(id.isEmpty() ? QString() : QString(u"gh-"_s + id));
        findPasted(text);
        return;
    }
    m_filter->setWords(m_search->text());
    showState();
}

void KeysPane::findPasted(const QString &text)
{
    connect(m_client.post(u"/keys/find"_s, {{"text"_L1, text}, {"since"_L1, u"24h"_s}}),
            &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
                const QJsonArray items = call->reply().body.value("items"_L1).toArray();
                if (!call->succeeded())
                    showProblem(call->error().detail);
                else if (items.isEmpty())
                    showProblem(tr("What was pasted is no key of this gateway, or the text is not "
                                   "whole."));
                else
                    takeFound(items.first().toObject());
            });
}

void KeysPane::takeFound(const QJsonObject &found)
{
    const KeyRow key = parseKeyRow(found);
    applyQuick(key.isDeleted() ? u"deleted"_s : u"all"_s);
    m_search->setText(key.declared ? key.name : QString(u"gh-"_s + key.id));
    m_table->chooseRow(key.id);
    m_problem->hide();
    const QString text = found.value("text"_L1).toString();
    if (text == "former"_L1 && !key.isDeleted())
        showProblem(tr("The pasted key is not the current secret of “%1”: it was rotated, and is "
                       "refused.")
                        .arg(key.name));
    else if (text == "previous"_L1)
        showProblem(
            tr("The pasted key is the old secret of “%1”, which is still accepted.").arg(key.name));
}

void KeysPane::applyQuick(const QString &id)
{
    m_quick->setCurrent(id);
    for (const auto &[name, quick] : quickFilters())
        if (name == id)
            m_filter->setQuick(quick);
    m_table->clearSelection();
    showState();
}

void KeysPane::showState()
{
    using State = StatePanel::State;
    const bool offline = m_client.state() == Api::AdminClient::State::Offline;
    const bool failed = !m_keys.problem().isEmpty();
    if (!m_keys.hasData() && (failed || offline)) {
        m_state->setError(
            tr("The keys could not be read."),
            offline ? tr("The gateway does not answer. Start it, or check the "
                         "connection, and try again.")
                    : tr("The gateway answered with an error: %1.").arg(m_keys.problem()));
        m_state->setState(State::Error);
    } else if (m_keys.hasData() && (failed || offline)) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(m_client.lastContactMs());
        m_state->setNotice(m_client.lastContactMs() > 0
                               ? tr("The gateway does not answer. You see the keys as of %1.")
                                     .arg(Format::timeOfDay(at, QTimeZone::systemTimeZone()))
                               : tr("The gateway does not answer. You see the last keys read."));
        m_state->setState(State::Stale);
    } else if (m_keys.hasData() && m_keys.keys().isEmpty()) {
        m_state->setState(State::Empty);
    } else if (m_keys.hasData() && !m_keys.isSpendKnown()) {
        m_state->setNotice(tr("The books did not answer: what the keys spent is not shown."));
        m_state->setState(State::Partial);
    } else if (m_keys.hasData()) {
        m_state->setState(State::Ready);
    }
    const bool nothing = m_filter->rowCount() == 0;
    m_table->setVisible(!nothing);
    m_nothing->setVisible(nothing);
    m_nothing->setText(nothingText());
    showSummary();
    if (const QString id = std::exchange(m_openWhenLoaded, {}); !id.isEmpty() && m_keys.hasData())
        openKey(id);
    else if (const KeyRow *shown = m_keys.find(m_detail->keyId()); shown && !m_detail->isHidden())
        m_detail->showKey(*shown, accessOf(*shown, m_configuration.document(), m_names),
                          m_keys.declaredOrigin());
    else if (!m_detail->isHidden())
        closeDetail();
}

QString KeysPane::nothingText() const
{
    if (!m_search->text().isEmpty())
        return tr("No key matches.");
    switch (m_filter->quick()) {
    case KeysFilter::Quick::All:
        return tr("No keys yet. Deleted ones wait under Recently deleted.");
    case KeysFilter::Quick::NeverUsed:
        return tr("Every key has been used.");
    case KeysFilter::Quick::Unused90Days:
        return tr("Every key was used in the last 90 days.");
    case KeysFilter::Quick::Deleted:
        break;
    }
    return tr("No deleted keys. A deleted key can be restored for 30 days.");
}

void KeysPane::showSummary()
{
    const QList<KeyRow> keys = m_table->selected();
    const auto count = int(keys.size());
    const int rows = m_filter->rowCount();
    const QString all = rows == 1 ? tr("1 key") : tr("%1 keys").arg(Format::count(qint64(rows)));
    m_summary->setText(count > 0 ? tr("%1, %2 selected").arg(all, Format::count(qint64(count)))
                                 : all);
    const bool deleted = m_filter->quick() == KeysFilter::Quick::Deleted;
    const auto isDisabled = [](const KeyRow &key) { return key.state == KeyRow::State::Disabled; };
    const bool anyOn = !std::ranges::all_of(keys, isDisabled);
    const bool anyOff = std::ranges::any_of(keys, isDisabled);
    const bool own = !m_table->selectedOwn().isEmpty();
    const bool isInDetail = count <= 1 && !m_detail->isHidden(); // which has them itself
    for (QPushButton *button : {m_disable, m_enable, m_extend, m_move, m_rotate, m_delete})
        button->setVisible(!deleted && !isInDetail);
    m_restore->setVisible(deleted && !isInDetail);
    m_disable->setEnabled(count > 0 && anyOn);
    m_enable->setEnabled(anyOff);
    for (QPushButton *button : {m_extend, m_move, m_rotate, m_delete})
        button->setEnabled(own);
    m_restore->setEnabled(count > 0);
    const QString locked = count > 0 && !own ? m_keys.declaredOrigin() : QString();
    for (QPushButton *button : {m_extend, m_move, m_rotate, m_delete})
        button->setToolTip(locked);
}

void KeysPane::openKey(const QString &id)
{
    const KeyRow *key = m_keys.find(id);
    if (!key) {
        m_openWhenLoaded = m_keys.hasData() ? QString() : id;
        return;
    }
    m_search->clear();
    applyQuick(key->isDeleted() ? u"deleted"_s : u"all"_s);
    m_table->chooseRow(id);
    showDetail();
}

void KeysPane::showDetail()
{
    const KeyRow *key = m_table->current();
    if (!key)
        return;
    const bool wasHidden = m_detail->isHidden();
    m_detail->showKey(*key, accessOf(*key, m_configuration.document(), m_names),
                      m_keys.declaredOrigin());
    m_detail->show();
    showSummary();
    if (wasHidden)
        m_splitter->setSizes({std::max(200, m_splitter->width() - detailMinimum), detailMinimum});
}

void KeysPane::closeDetail()
{
    m_detail->hide();
    m_table->setFocus();
    showSummary();
}

bool KeysPane::escape()
{
    if (!m_detail->isHidden())
        closeDetail();
    else if (!m_search->text().isEmpty())
        m_search->clear();
    else
        return false;
    return true;
}

void KeysPane::showProblem(const QString &text)
{
    m_problem->setText(tr("This did not work."), text);
    m_problem->show();
}

void KeysPane::newKey()
{
    m_dialogs->create(m_names);
}

void KeysPane::rotate()
{
    const KeyRow *key = m_table->current();
    if (!key || key->isDeleted())
        return;
    if (key->declared)
        showProblem(tr("The secret of “%1” is kept outside. %2: change it there.")
                        .arg(key->name, m_keys.declaredOrigin()));
    else
        m_dialogs->rotate(*key, m_names);
}

void KeysPane::toggle()
{
    if (const KeyRow *key = m_keys.find(m_detail->keyId()))
        m_actions->setDisabled({*key}, key->state != KeyRow::State::Disabled);
}

void KeysPane::remove()
{
    m_configuration.ask(ConfigurationModel::Act::Delete,
                        [this, keys = m_table->selectedOwn()] { m_actions->remove(keys); });
}

} // namespace Gatehouse::Ui
