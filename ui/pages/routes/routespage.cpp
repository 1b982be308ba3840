// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/routespage.h"

#include "ui/models/configurationmodel.h"
#include "ui/models/routeproblems.h"
#include "ui/models/routesmodel.h"
#include "ui/models/seriescolours.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/routes/draftbar.h"
#include "ui/pages/routes/explaintab.h"
#include "ui/pages/routes/publishdialog.h"
#include "ui/pages/routes/routeeditor.h"
#include "ui/pages/routes/routelist.h"
#include "ui/pages/routes/routeview.h"
#include "ui/pages/routes/versionstab.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int pageMargin = 24;
constexpr int pageBottom = 18;
constexpr int cardGap = 12;
constexpr int besideFrom = 1120; // narrower pages put the diagram over the form
constexpr int mostNamesShown = 6;

} // namespace

RoutesPage::RoutesPage(Api::AdminClient &client, ConfigurationModel &configuration,
                       StatusModel &status, SeriesColours &colours, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_configuration(configuration)
    , m_status(status)
    , m_colours(colours)
    , m_model(new RoutesModel(client, configuration, this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_versions(new VersionsTab(client, configuration))
    , m_explain(new ExplainTab(client, *m_model))
{
    setObjectName(u"page.routes"_s);
    setAccessibleName(tr("Models and routes"));
    m_tabs->setObjectName(u"routes.tabs"_s);
    m_tabs->setAccessibleName(tr("Parts of this page"));
    m_tabs->addTab(tr("Routes"));
    m_tabs->addTab(tr("Versions"));
    m_tabs->addTab(tr("Explain a request"));
    m_stack->addWidget(makeRoutes());
    m_stack->addWidget(m_versions);
    m_stack->addWidget(m_explain);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, 0, pageMargin, pageBottom);
    layout->setSpacing(cardGap);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &RoutesPage::showTab);
    connectModels();
    addShortcuts();
    showLock();
    refresh();
}

QWidget *RoutesPage::makeRoutes()
{
    m_list = new RouteList;
    m_list->setMinimumWidth(270);
    auto *outer = new QSplitter(Qt::Horizontal);
    outer->setObjectName(u"routes.splitter"_s);
    outer->setChildrenCollapsible(false);
    outer->setHandleWidth(cardGap);
    outer->addWidget(m_list);
    outer->addWidget(makeDetail());
    outer->setStretchFactor(0, 0);
    outer->setStretchFactor(1, 1);
    m_state = new StatePanel(outer, this);
    m_state->setObjectName(u"routes.state"_s);
    m_state->setEmpty(makeEmpty());
    m_bar = new DraftBar(m_model->draft(), this);
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(cardGap);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_bar);
    connect(m_state, &StatePanel::retryRequested, this, [this] {
        m_configuration.refresh();
        refresh();
    });
    connect(m_list, &RouteList::chosen, this, &RoutesPage::showDetail);
    connect(m_list, &RouteList::activated, this, [this] {
        if (m_inspector->currentIndex() == 0)
            m_editor->focusField(u"id"_s);
    });
    connect(m_bar, &DraftBar::checkRequested, this, [this] { check(false); });
    connect(m_bar, &DraftBar::publishRequested, this, [this] { check(true); });
    connect(m_bar, &DraftBar::discardRequested, this, [this] { m_model->draft().discard(); });
    connect(m_bar, &DraftBar::findingChosen, this, &RoutesPage::openFinding);
    return tab;
}

QWidget *RoutesPage::makeDetail()
{
    m_view = new RouteView;
    m_view->setMinimumSize(390, 170);
    m_editor = new RouteEditor(*m_model);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"routes.inspectorScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_editor);
    scroll->viewport()->setAutoFillBackground(false);
    m_editor->setAutoFillBackground(false);
    m_inspector = new QStackedWidget;
    m_inspector->addWidget(scroll);
    m_inspector->addWidget(makeDirect());
    auto *card = new Card;
    card->setObjectName(u"routes.inspector"_s);
    card->content()->setContentsMargins(1, 2, 1, 2);
    card->content()->addWidget(m_inspector);
    card->setMinimumSize(360, 170);
    m_panes = new QSplitter(Qt::Horizontal);
    m_panes->setObjectName(u"routes.panes"_s);
    m_panes->setChildrenCollapsible(false);
    m_panes->setHandleWidth(cardGap);
    m_panes->addWidget(m_view);
    m_panes->addWidget(card);
    m_panes->setStretchFactor(0, 1);
    connect(m_view, &RouteView::sharesChanged, this, &RoutesPage::showDetail);
    connect(m_view, &RouteView::nodeActivated, this, [this](const RouteNode &node) {
        if (m_inspector->currentIndex() == 0)
            m_editor->focusNode(node);
    });
    connect(m_editor, &RouteEditor::duplicateRequested, this, &RoutesPage::duplicateRoute);
    connect(m_editor, &RouteEditor::deleteRequested, this, &RoutesPage::deleteRoute);
    connect(m_editor, &RouteEditor::requestsRequested, this,
            [this] { Q_EMIT openRequests(u"route:%1"_s.arg(m_list->current())); });
    return m_panes;
}

QWidget *RoutesPage::makeDirect()
{
    m_direct = new EmptyState(u"waypoints"_s, {},
                              tr("Clients ask for this model by its whole name. A route gives it a "
                                 "name of yours, and a place to go when it fails."));
    auto *add = m_direct->addAction(tr("Add a route for it"), u"routes.routeForModelButton"_s);
    connect(add, &QPushButton::clicked, this, [this] {
        for (const DirectModel &model : m_model->facts().models)
            if (model.id == m_list->current())
                return addRoute(QString(model.model)
                                    .toLower()
                                    .replace(QRegularExpression(u"[^a-z0-9._-]"_s), u"-"_s),
                                {.provider = model.provider, .model = model.model});
    });
    return m_direct;
}

EmptyState *RoutesPage::makeEmpty()
{
    auto *empty = new EmptyState(u"waypoints"_s, tr("No routes yet."),
                                 tr("Clients can ask for any enabled model directly. Add a route "
                                    "to balance, fall back or rename."),
                                 this);
    m_reachable = makeLabel({}, u"caption"_s, empty);
    m_reachable->setObjectName(u"routes.reachableLabel"_s);
    m_reachable->setAlignment(Qt::AlignHCenter);
    m_reachable->setWordWrap(true);
    empty->addContent(m_reachable);
    auto *add = empty->addAction(tr("New route"), u"routes.empty.newButton"_s);
    connect(add, &QPushButton::clicked, this, &RoutesPage::newRoute);
    return empty;
}

void RoutesPage::connectModels()
{
    RoutesDraft &draft = m_model->draft();
    connect(m_model, &RoutesModel::factsChanged, this, [this] {
        m_explain->showChoices();
        showContent();
    });
    connect(&draft, &RoutesDraft::changed, this, [this] {
        m_findings.clear();
        m_bar->forgetFindings();
        showContent();
    });
    connect(&draft, &RoutesDraft::renamed, this, [this](const QString &from, const QString &to) {
        if (m_list->current() == from)
            m_list->setCurrent(to);
    });
    connect(&draft, &RoutesDraft::conflictingChanged, this, &RoutesPage::showConflict);
    connect(&m_configuration, &ConfigurationModel::changed, this, &RoutesPage::showContent);
    connect(&m_status, &StatusModel::changed, this, &RoutesPage::showLock);
    connect(&m_client, &Api::AdminClient::stateChanged, this,
            [this](Api::AdminClient::State state) {
                if (state == Api::AdminClient::State::Connected)
                    refresh();
                else
                    showState();
            });
}

void RoutesPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(Qt::Key_N, [this] { newRoute(); });
    add(Qt::Key_E, [this] { explainCurrent(); });
    add(QKeySequence::Find, [this] { m_list->focusSearch(); });
    add(Qt::Key_Slash, [this] { m_list->focusSearch(); });
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        add(QKeySequence(Qt::CTRL | enter), [this] { check(false); });
        add(QKeySequence(Qt::CTRL | Qt::SHIFT | enter), [this] { check(true); });
    }
}

void RoutesPage::refresh()
{
    m_model->refresh();
    if (m_tabs->currentIndex() == VersionsTabIndex)
        m_versions->refresh();
}

void RoutesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setActive(true);
}

void RoutesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setActive(false);
}

void RoutesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto wanted = width() >= besideFrom ? Qt::Horizontal : Qt::Vertical;
    if (m_panes->orientation() != wanted)
        m_panes->setOrientation(wanted);
}

void RoutesPage::showContent()
{
    for (const Api::Provider &provider : m_configuration.document().providers)
        m_colours.indexOf(provider.id);
    const QList<Api::Route> &routes = m_model->draft().routes();
    const QString current = m_list->current();
    const bool exists = m_model->draft().route(current)
        || std::any_of(m_model->facts().models.cbegin(), m_model->facts().models.cend(),
                       [&current](const DirectModel &model) { return model.id == current; });
    m_list->setContent(m_model->draft(), m_model->facts());
    if (!exists)
        m_list->setCurrent(routes.isEmpty() ? QString() : routes.first().id);
    showDetail();
    showState();
}

void RoutesPage::showState()
{
    using State = StatePanel::State;
    const bool offline = m_client.state() == Api::AdminClient::State::Offline;
    const bool silent = m_model->missing().size() == 4; // none of its questions was answered
    if (!m_configuration.isLoaded()) {
        if (m_configuration.problem().isEmpty())
            return;
        m_state->setError(
            tr("The routes could not be read."),
            tr("The gateway does not answer, or refused: %1").arg(m_configuration.problem()));
        m_state->setState(State::Error);
    } else if (!m_model->isAnswered()) {
        return;
    } else if (offline || silent) {
        m_state->setNotice(tr("The gateway does not answer. You see the last data."));
        m_state->setState(State::Stale);
    } else if (m_model->draft().routes().isEmpty()) {
        QStringList names;
        for (const DirectModel &model : m_model->facts().models)
            names.append(model.id);
        const auto more = std::max<qsizetype>(0, names.size() - mostNamesShown);
        const QString shown = names.mid(0, mostNamesShown).join(u", "_s);
        m_reachable->setText(
            names.isEmpty() ? QString()
                : more > 0  ? tr("Reachable now: %1 and %n more.", nullptr, int(more)).arg(shown)
                            : tr("Reachable now: %1.").arg(shown));
        m_state->setState(State::Empty);
    } else if (!m_model->missing().isEmpty()) {
        m_state->setNotice(
            tr("Not answered: %1.").arg(m_model->missing().join(tr(", ", "in a list"))));
        m_state->setState(State::Partial);
    } else {
        m_state->setState(State::Ready);
    }
    if (!std::exchange(m_ready, true))
        Q_EMIT readyChanged();
}

void RoutesPage::showDetail()
{
    const QString id = m_list->current();
    const RouteFacts &facts = m_model->facts();
    if (const Api::Route *route = m_model->draft().route(id)) {
        m_view->setMeasurable(!facts.served.value(id).isEmpty());
        m_view->setGraph(id,
                         routeGraph(*route, m_model->draft(), facts, m_colours, m_view->shares()));
        m_editor->showRoute(id);
        m_inspector->setCurrentIndex(0);
        return;
    }
    for (const DirectModel &model : facts.models) {
        if (model.id != id)
            continue;
        m_view->setMeasurable(false);
        m_view->setGraph(id, directGraph(model, facts, m_colours));
        m_direct->setTitle(id);
        m_inspector->setCurrentIndex(1);
    }
}

void RoutesPage::showLock()
{
    const QString file = m_status.status().managedBy;
    m_editor->setLocked(file.isEmpty() ? QString()
                                       : tr("Set by %1").arg(QFileInfo(file).fileName()));
    m_bar->setLocked(!file.isEmpty());
    m_versions->setLocked(!file.isEmpty());
}

//! Who changed the configuration under the draft, and how.
void RoutesPage::showConflict()
{
    if (!m_model->draft().isConflicting())
        return;
    m_bar->showConflict(tr("The configuration was changed by someone else."), {});
    const QUrlQuery newest{{u"limit"_s, u"1"_s}};
    const QUrlQuery since{{u"from"_s, QString::number(m_model->draft().baseRevision())}};
    connect(m_client.get(u"/revisions"_s, newest), &Api::AdminCall::finished, this,
            [this, since](Api::AdminCall *call) {
                const QJsonValue row = call->reply().body.value("items"_L1).toArray().at(0);
                const auto time = QDateTime::fromString(row["time"_L1].toString(), Qt::ISODate);
                const QString title = tr("Changed by %1, %2.")
                                          .arg(row["who"_L1].toString(),
                                               Format::age(time, QDateTime::currentDateTimeUtc(),
                                                           QTimeZone::systemTimeZone()));
                connect(m_client.get(u"/revisions/diff"_s, since), &Api::AdminCall::finished, this,
                        [this, title](Api::AdminCall *answered) {
                            QStringList lines;
                            const QJsonObject &body = answered->reply().body;
                            for (const QJsonValue &item : body.value("diff"_L1).toArray())
                                lines.append(item["sentence"_L1].toString());
                            m_bar->showConflict(title, lines);
                        });
            });
}

void RoutesPage::showTab(int tab)
{
    m_stack->setCurrentIndex(tab);
    if (tab == VersionsTabIndex)
        m_versions->refresh();
    else if (tab == ExplainTabIndex)
        m_explain->showChoices();
}

void RoutesPage::newRoute()
{
    const QList<DirectModel> &models = m_model->facts().models;
    const auto usable =
        std::find_if(models.cbegin(), models.cend(), [this](const DirectModel &model) {
            return m_model->facts().isUsable(model.provider);
        });
    Api::RouteTarget target;
    if (usable != models.cend())
        target = {.provider = usable->provider, .model = usable->model};
    addRoute(u"new-route"_s, target);
}

void RoutesPage::addRoute(const QString &id, const Api::RouteTarget &target)
{
    if (!m_status.status().managedBy.isEmpty() || !m_configuration.isLoaded())
        return;
    Api::Route route;
    route.id = m_model->draft().freeId(id);
    if (!target.provider.isEmpty())
        route.targets = {target};
    m_model->draft().add(route);
    openRoute(route.id);
    m_editor->focusField(u"id"_s);
}

void RoutesPage::openRoute(const QString &id)
{
    m_tabs->setCurrentIndex(RoutesTab);
    m_list->setCurrent(id);
    showDetail();
}

void RoutesPage::duplicateRoute()
{
    openRoute(m_model->draft().duplicate(m_list->current()));
    m_editor->focusField(u"id"_s);
}

void RoutesPage::deleteRoute()
{
    const QString id = m_list->current();
    const RoutesDraft::Uses uses = m_model->draft().usesOf(id);
    QStringList keys = uses.keys;
    for (const KeyAccess &key : m_model->facts().keys)
        if (!key.declared && key.routes.contains(id))
            keys.append(key.name);
    if (uses.isEmpty() && keys.isEmpty())
        return removeRoute();
    QStringList lines;
    if (!uses.fallbackOf.isEmpty())
        lines.append(
            tr("It is a fallback of %1; they lose it.").arg(uses.fallbackOf.join(u", "_s)));
    if (!uses.teams.isEmpty())
        lines.append(tr("Teams that may use it: %1.").arg(uses.teams.join(u", "_s)));
    if (!keys.isEmpty())
        lines.append(tr("Keys that name it, and would be refused: %1.").arg(keys.join(u", "_s)));
    const bool blocked = !uses.teams.isEmpty() || !uses.keys.isEmpty();
    if (blocked)
        lines.append(tr("Take it out of the teams and declared keys first."));
    auto *box = new QMessageBox(this);
    box->setObjectName(u"routes.deleteDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::NoIcon);
    box->setText(blocked ? tr("“%1” cannot be deleted yet").arg(id) : tr("Delete “%1”?").arg(id));
    box->setInformativeText(lines.join(u'\n'));
    QPushButton *keep =
        box->addButton(blocked ? tr("Close") : tr("Keep it"), QMessageBox::RejectRole);
    keep->setObjectName(u"routes.deleteDialog.keepButton"_s);
    box->setDefaultButton(keep);
    if (!blocked) {
        QPushButton *remove = box->addButton(tr("Delete route"), QMessageBox::DestructiveRole);
        remove->setObjectName(u"routes.deleteDialog.deleteButton"_s);
        connect(remove, &QPushButton::clicked, this, &RoutesPage::removeRoute);
    }
    box->open();
}

void RoutesPage::removeRoute()
{
    const QString id = m_list->current();
    const qsizetype index = m_model->draft().indexOf(id);
    const QList<Api::Route> &routes = m_model->draft().routes();
    const qsizetype next = index + 1 < routes.size() ? index + 1 : index - 1;
    m_list->setCurrent(next >= 0 ? routes.at(next).id : QString());
    m_model->draft().remove(id);
    m_list->focusList();
}

void RoutesPage::check(bool publishNext)
{
    if (!m_configuration.isLoaded() || m_tabs->currentIndex() != RoutesTab)
        return;
    if (publishNext
        && (!m_model->draft().isDirty() || m_model->draft().isConflicting()
            || !m_status.status().managedBy.isEmpty()))
        return;
    m_bar->setFocus(Qt::OtherFocusReason); // a field being typed in is taken
    m_bar->setBusy(true);
    m_configuration.check(
        m_model->draft().document(), this,
        [this, publishNext](const Api::Findings &findings, const QStringList &difference) {
            m_bar->setBusy(false);
            takeFindings(findings, difference, publishNext);
        });
}

void RoutesPage::takeFindings(const Api::Findings &findings, const QStringList &difference,
                              bool publishNext)
{
    const Api::Document &document = m_model->draft().document();
    m_findings = merged(findings, routeProblems(document, m_model->facts()));
    m_bar->showFindings(m_findings);
    Api::Findings own;
    for (Api::Finding finding : std::as_const(m_findings)) {
        const ProblemPlace place = placeOf(finding, document);
        finding.path = place.field;
        if (place.route == m_editor->routeId())
            own.append(finding);
    }
    m_editor->showFindings(own);
    if (publishNext && !Api::hasErrors(m_findings))
        askToPublish(difference);
}

void RoutesPage::askToPublish(const QStringList &difference)
{
    auto *dialog = new PublishDialog(difference, int(m_findings.size()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, difference] { publish(difference, dialog->reason()); });
    dialog->open();
}

void RoutesPage::publish(const QStringList &difference, const QString &reason)
{
    const QString sentence = difference.size() == 1
        ? difference.first()
        : tr("Published %n changes", nullptr, int(difference.size()));
    m_bar->setBusy(true);
    m_configuration.replace(
        m_model->draft().document(), sentence, this,
        [this](const std::optional<Refusal> &refusal) {
            m_bar->setBusy(false);
            if (!refusal)
                return; // the draft follows the configuration that comes back
            if (refusal->error.code == ErrorCode::Conflict)
                m_configuration.refresh();
            else if (!refusal->findings.isEmpty())
                takeFindings(refusal->findings, {}, false);
            else
                m_bar->showError(tr("Not published. %1").arg(refusal->error.detail));
        },
        reason);
}

void RoutesPage::openFinding(int index)
{
    if (index < 0 || index >= m_findings.size())
        return;
    const ProblemPlace place = placeOf(m_findings.at(index), m_model->draft().document());
    if (place.route.isEmpty())
        return;
    openRoute(place.route);
    m_editor->focusField(place.field);
}

void RoutesPage::explainCurrent()
{
    m_tabs->setCurrentIndex(ExplainTabIndex);
    m_explain->startWith(m_list->current());
}

} // namespace Gatehouse::Ui
