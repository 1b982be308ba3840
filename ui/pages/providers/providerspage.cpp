// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/providers/providerspage.h"

#include "ui/models/providerremoval.h"
#include "ui/models/providersmodel.h"
#include "ui/pages/providers/providereditor.h"
#include "ui/pages/providers/replacedialog.h"
#include "ui/pages/providers/unlockbanner.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"

#include <QtCore/QJsonArray>
#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int pageMargin = 24;
constexpr int pageBottom = 18;
constexpr int cardGap = 12;
constexpr int editorMinimum = 460;
constexpr int editorMaximum = 760;
constexpr int editorUsual = 560;
constexpr int listMinimum = 260;
constexpr int nameCharacters = 16;

} // namespace

ProvidersPage::ProvidersPage(Api::AdminClient &client, ConfigurationModel &configuration,
                             StatusModel &status, SeriesColours &colours, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_configuration(configuration)
    , m_status(status)
    , m_model(new ProvidersModel(client, colours, this))
    , m_unlockBanner(new UnlockBanner(client, status, this))
    , m_problemBanner(new Banner(Tone::Err, this))
    , m_editor(new ProviderEditor(client, configuration, status, this))
{
    setObjectName(u"page.providers"_s);
    setAccessibleName(tr("Providers"));
    m_problemBanner->setObjectName(u"providers.problemBanner"_s);
    m_problemBanner->hide();
    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_editor);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_editor->setMinimumWidth(editorMinimum);
    m_editor->setMaximumWidth(editorMaximum);
    m_editor->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, 0, pageMargin, pageBottom);
    layout->setSpacing(cardGap);
    layout->addWidget(m_unlockBanner);
    layout->addWidget(m_problemBanner);
    layout->addWidget(m_splitter, 1);
    connectModel();
    connectEditor();
    addShortcuts();
    refresh();
}

QWidget *ProvidersPage::makeList()
{
    m_card = new Card(tr("Providers"), this);
    m_card->setFlush();
    auto *add = makeButton(tr("Add provider"), {}, u"providers.addButton"_s, m_card);
    add->setIcon(themeIcon(u"plus"_s));
    add->setToolTip(tr("Adds a provider (N)"));
    connect(add, &QPushButton::clicked, this, &ProvidersPage::addProvider);
    m_card->addHeaderWidget(add);
    m_table = new TableView(m_card);
    m_table->setObjectName(u"providers.table"_s);
    m_table->setAccessibleName(tr("Providers"));
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(CellRole::Sort);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as configured
    m_table->setSortingEnabled(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setYielding(ProvidersModel::Provider, nameCharacters,
                         {ProvidersModel::Health, ProvidersModel::Keys, ProvidersModel::UsedBy,
                          ProvidersModel::Cost, ProvidersModel::Trend, ProvidersModel::InUse,
                          ProvidersModel::Data, ProvidersModel::Region, ProvidersModel::LastSuccess,
                          ProvidersModel::Models, ProvidersModel::Kind});
    m_table->setColumnCharacters(ProvidersModel::Kind, 10);
    m_table->setColumnCharacters(ProvidersModel::Region, 9);
    m_table->setColumnCharacters(ProvidersModel::Data, 14);
    m_table->setColumnCharacters(ProvidersModel::Health, 12);
    m_table->setColumnCharacters(ProvidersModel::Trend, 17);
    m_table->setColumnCharacters(ProvidersModel::Models, 6);
    m_table->setColumnCharacters(ProvidersModel::InUse, 14);
    m_table->setColumnCharacters(ProvidersModel::Cost, 16);
    m_table->setColumnCharacters(ProvidersModel::Keys, 14);
    m_table->setColumnCharacters(ProvidersModel::LastSuccess, 10);
    m_table->setColumnCharacters(ProvidersModel::UsedBy, 9);
    m_card->content()->addWidget(m_table, 1);
    m_state = new StatePanel(m_card, this);
    m_state->setObjectName(u"providers.state"_s);
    m_state->setMinimumWidth(listMinimum);
    m_empty = makeEmpty();
    m_state->setEmpty(m_empty);
    connect(m_state, &StatePanel::retryRequested, this, &ProvidersPage::refresh);
    return m_state;
}

EmptyState *ProvidersPage::makeEmpty()
{
    auto *empty = new EmptyState(
        u"server"_s, tr("No providers yet."),
        tr("A provider is a company or a server of your own that answers with models."), this);
    QPushButton *add = empty->addAction(tr("Add provider"), u"providers.emptyAddButton"_s);
    m_addFound = empty->addAction(tr("Add what was found"), u"providers.addFoundButton"_s);
    m_addFound->hide();
    connect(add, &QPushButton::clicked, this, &ProvidersPage::addProvider);
    connect(m_addFound, &QPushButton::clicked, this, &ProvidersPage::addFound);
    return empty;
}

void ProvidersPage::connectModel()
{
    connect(m_model, &ProvidersModel::refreshed, this, [this] {
        showState();
        m_unlockBanner->setLockedKeys(m_model->lockedKeys());
        if (const ProviderRow *row = m_model->find(m_editor->provider()))
            m_editor->setRow(*row);
        openWanted();
    });
    // After a deletion the row that took its place is current.
    connect(m_sorted, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_currentBefore = currentId();
        m_rowBefore = m_table->currentIndex().row();
    });
    connect(m_sorted, &QAbstractItemModel::modelReset, this, [this] {
        const QModelIndex found = indexOf(m_currentBefore);
        const int row =
            found.isValid() ? found.row() : std::min(m_rowBefore, m_sorted->rowCount() - 1);
        if (row >= 0)
            m_table->setCurrentIndex(m_sorted->index(row, ProvidersModel::Provider));
    });
    connect(&m_configuration, &ConfigurationModel::changed, this, [this] {
        m_model->refresh();
        showState();
        openWanted();
    });
    const auto open = [this](const QModelIndex &index) {
        const QString id = index.data(CellRole::Id).toString();
        m_editor->leave([this, id] { edit(id); });
    };
    connect(m_table, &TableView::rowActivated, this, open);
    connect(m_table, &TableView::clicked, this, open);
    connect(m_unlockBanner, &UnlockBanner::unlocked, m_model, &ProvidersModel::refresh);
    connect(m_problemBanner, &Banner::dismissed, m_problemBanner, &QWidget::hide);
}

void ProvidersPage::connectEditor()
{
    connect(m_editor, &ProviderEditor::closed, this,
            [this] { m_editor->leave([this] { closeEditor(); }); });
    connect(m_editor, &ProviderEditor::tested, m_model, &ProvidersModel::refresh);
    connect(m_editor, &ProviderEditor::vanished, this, &ProvidersPage::closeEditor);
    connect(m_editor, &ProviderEditor::added, this, [this](const QString &id) {
        m_wanted = id;
        refresh();
    });
    connect(m_editor, &ProviderEditor::duplicateRequested, this,
            [this](const QString &id) { m_editor->leave([this, id] { m_editor->openCopy(id); }); });
    connect(m_editor, &ProviderEditor::deleteRequested, this, &ProvidersPage::remove);
    connect(m_editor, &ProviderEditor::requestsRequested, this,
            [this](const QString &id) { Q_EMIT openRequests(u"provider:%1"_s.arg(id)); });
    connect(m_editor, &ProviderEditor::pricesRequested, this,
            [this](const QString &, const QString &model) { Q_EMIT openPrices(model); });
    connect(m_editor, &ProviderEditor::draftChanged, this, &ProvidersPage::draftChanged);
}

bool ProvidersPage::hasUnsavedChanges() const
{
    return m_editor->hasUnsavedChanges();
}

void ProvidersPage::leave(std::function<void()> go)
{
    m_editor->leave(std::move(go));
}

void ProvidersPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, QWidget *where, Qt::ShortcutContext context,
                            auto action) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(context);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(Qt::Key_N, this, Qt::WidgetWithChildrenShortcut, [this] { addProvider(); });
    add(Qt::Key_T, this, Qt::WidgetWithChildrenShortcut, [this] { testCurrent(); });
    add(QKeySequence::Refresh, this, Qt::WidgetWithChildrenShortcut, [this] { refresh(); });
    add(Qt::Key_Delete, m_table, Qt::WidgetShortcut, [this] { remove(currentId()); });
}

void ProvidersPage::refresh()
{
    m_model->refresh();
    if (!m_configuration.isLoaded())
        m_configuration.refresh();
}

void ProvidersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setWatched(true);
}

void ProvidersPage::hideEvent(QHideEvent *event)
{
    m_model->setWatched(false);
    QWidget::hideEvent(event);
}

void ProvidersPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_editor->isHidden())
        m_editor->leave([this] { closeEditor(); });
    else
        QWidget::keyPressEvent(event);
}

void ProvidersPage::showState()
{
    using State = StatePanel::State;
    const bool offline = m_client.state() == Api::AdminClient::State::Offline;
    if (!m_model->hasData() && !m_model->problem().isEmpty()) {
        m_state->setError(
            tr("The providers could not be read."),
            offline ? tr("The gateway does not answer. Start it, or check the "
                         "connection, and try again.")
                    : tr("The gateway answered with an error: %1.").arg(m_model->problem()));
        m_state->setState(State::Error);
    } else if (m_model->hasData() && (offline || !m_model->problem().isEmpty())) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(m_client.lastContactMs());
        m_state->setNotice(tr("The gateway does not answer. You see the providers as of %1.")
                               .arg(Format::timeOfDay(at, QTimeZone::systemTimeZone())));
        m_state->setState(State::Stale);
    } else if (m_model->hasData() && m_model->rowCount() == 0) {
        if (m_state->state() != State::Empty)
            lookForServers();
        m_state->setState(State::Empty);
    } else if (m_model->hasData() && !m_configuration.problem().isEmpty()) {
        m_state->setNotice(tr("The configuration could not be read, so providers cannot be changed "
                              "now. %1")
                               .arg(m_configuration.problem()));
        m_state->setState(State::Partial);
    } else if (m_model->hasData()) {
        m_state->setState(State::Ready);
    }
    showSummary();
    if (!m_ready && m_state->state() != State::Loading) {
        m_ready = true;
        Q_EMIT readyChanged();
    }
}

void ProvidersPage::showSummary()
{
    int failing = 0;
    for (const ProviderRow &row : m_model->providers())
        failing += row.shownHealth() == ProviderHealth::Health::Degraded
            || row.shownHealth() == ProviderHealth::Health::Down;
    m_card->setCaption(failing == 0 ? QString() : tr("%n need attention", nullptr, failing));
}

void ProvidersPage::showProblem(const QString &text)
{
    m_problemBanner->setText(text, {});
    m_problemBanner->setVisible(!text.isEmpty());
}

void ProvidersPage::lookForServers()
{
    delete m_discovery;
    m_discovery = m_client.get(u"/discovery"_s);
    connect(m_discovery, &Api::AdminCall::finished, this, [this](Api::AdminCall *call) {
        const QJsonArray local = call->reply().body.value("local"_L1).toArray();
        m_addFound->setVisible(!local.isEmpty());
        if (local.isEmpty())
            return;
        m_found = parseKnownProvider(local.at(0).toObject());
        m_found->local = true;
        m_found->region = QStringList{u"on-prem"_s};
        m_empty->setText(tr("Gatehouse found %1 on this computer.").arg(m_found->name));
        m_addFound->setText(tr("Add %1").arg(m_found->name));
        m_addFound->setAccessibleName(m_addFound->text());
    });
}

void ProvidersPage::addFound()
{
    m_editor->leave([this] {
        m_editor->openNew(m_found);
        showEditor();
    });
}

void ProvidersPage::addKind(const QString &kind)
{
    const QList<KnownProvider> kinds = withEveryKind({});
    const auto wanted = std::find_if(kinds.cbegin(), kinds.cend(),
                                     [&kind](const auto &one) { return one.kind == kind; });
    if (wanted == kinds.cend())
        return addProvider();
    m_editor->leave([this, kind = *wanted] {
        m_editor->openNew(kind);
        showEditor();
    });
}

void ProvidersPage::addProvider()
{
    m_editor->leave([this] {
        m_editor->openNew();
        showEditor();
    });
}

QString ProvidersPage::currentId() const
{
    return m_table->currentIndex().data(CellRole::Id).toString();
}

void ProvidersPage::selectRow(const QString &id)
{
    const QModelIndex found = indexOf(id);
    if (found.isValid() && m_table->currentIndex().row() != found.row())
        m_table->setCurrentIndex(found);
}

QModelIndex ProvidersPage::indexOf(const QString &id) const
{
    const int row = m_model->rowOf(id);
    return row < 0 ? QModelIndex()
                   : m_sorted->mapFromSource(m_model->index(row, ProvidersModel::Provider));
}

void ProvidersPage::openProvider(const QString &id)
{
    m_editor->leave([this, id] { edit(id); });
}

void ProvidersPage::edit(const QString &id)
{
    const ProviderRow *row = m_model->find(id);
    const bool isOpen = !m_editor->isHidden() && m_editor->provider() == id;
    m_wanted = id;
    if (!row || !(isOpen || m_editor->openProvider(*row)))
        return;
    m_wanted.clear();
    selectRow(id);
    showEditor();
}

void ProvidersPage::openWanted()
{
    if (const QString id = m_wanted; !id.isEmpty())
        edit(id);
}

void ProvidersPage::showEditor()
{
    const bool wasHidden = m_editor->isHidden();
    m_editor->show();
    if (wasHidden)
        m_splitter->setSizes(
            {std::max(listMinimum, m_splitter->width() - editorUsual), editorUsual});
}

void ProvidersPage::closeEditor()
{
    m_editor->hide();
    m_table->setFocus();
    Q_EMIT draftChanged();
}

void ProvidersPage::testCurrent()
{
    if (!m_editor->isHidden())
        return m_editor->test();
    const QString id = currentId();
    if (id.isEmpty())
        return;
    edit(id);
    if (m_editor->provider() == id)
        m_editor->test();
}

void ProvidersPage::remove(const QString &id)
{
    const ProviderRow *row = m_model->find(id);
    if (!row || !m_status.status().managedBy.isEmpty())
        return;
    showProblem({});
    const QStringList routes = routesUsing(m_configuration.document(), id);
    if (routes.isEmpty())
        removeUnused(id, row->name);
    else
        removeUsed(id, row->name, routes);
}

void ProvidersPage::removeUnused(const QString &id, const QString &name)
{
    const auto done = [this](const std::optional<Refusal> &refusal) {
        if (refusal)
            showProblem(refusal->error.detail);
    };
    const QString sentence = tr("Deleted %1").arg(name);
    if (isNamedElsewhere(m_configuration.document(), id)) // its own prices go with it
        m_configuration.replace(withoutProvider(m_configuration.document(), id, {}), sentence, this,
                                done);
    else
        m_configuration.change("DELETE", u"/providers/%1"_s.arg(id), {}, sentence, this, done);
}

void ProvidersPage::removeUsed(const QString &id, const QString &name, const QStringList &routes)
{
    QList<std::pair<QString, QString>> others;
    for (const ProviderRow &other : m_model->providers())
        if (other.id != id)
            others.append({other.id, other.name});
    auto *dialog = new ReplaceDialog(name, routes, others, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, name] {
        const QString other = dialog->replacement();
        const ProviderRow *row = m_model->find(other);
        m_configuration.replace(
            withoutProvider(m_configuration.document(), id, other),
            tr("Replaced %1 with %2 and deleted it").arg(name, row ? row->name : other), this,
            [this](const std::optional<Refusal> &refusal) {
                if (refusal)
                    showProblem(refusal->findings.isEmpty()
                                    ? refusal->error.detail
                                    : refusal->findings.constFirst().message);
            });
    });
    dialog->open();
}

} // namespace Gatehouse::Ui
