// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/routespage.h"

#include "ui/models/configurationmodel.h"
#include "ui/models/routesmodel.h"
#include "ui/models/seriescolours.h"
#include "ui/models/statusmodel.h"
#include "ui/pages/routes/deleteroutedialog.h"
#include "ui/pages/routes/draftbar.h"
#include "ui/pages/routes/explaintab.h"
#include "ui/pages/routes/routearranger.h"
#include "ui/pages/routes/routeeditor.h"
#include "ui/pages/routes/routelist.h"
#include "ui/pages/routes/routeview.h"
#include "ui/pages/routes/trafficcard.h"
#include "ui/pages/routes/versionstab.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/plaintextlabel.h"
#include "ui/widgets/question.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/unsavedquestion.h"

#include <QtCore/QFileInfo>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyle>
#include <QtWidgets/QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int pageMargin = 24;
constexpr int pageBottom = 18;
constexpr int cardGap = 12;
constexpr int besideFrom = 1120; // narrower pages put the diagram over the form
constexpr int listWidth = 326;
constexpr int stackedListWidth = 326; // beside panes that are stacked
constexpr double mostOfList = 0.36;   // of the page, when large text would take more
constexpr int formWidth = 378;
constexpr int mostNamesShown = 6;

//! An area that scrolls up and down and lets the ground show through.
QScrollArea *makeScroll(const QString &objectName)
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(objectName);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

void scrollIn(QScrollArea &area, QWidget *content)
{
    area.setWidget(content);
    content->setAutoFillBackground(false); // a scroll area makes its widget opaque
}

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
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Routes"));
    m_tabs->addTab(tr("Versions"));
    m_tabs->addTab(tr("Explain a request"));
    m_stack->addWidget(makeRoutes());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, 0, pageMargin, pageBottom);
    layout->setSpacing(cardGap);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    // A scroll area measures and so styles what it gets, and what is styled is styled again for
    // each parent it moves to: it gets it here, where it stays.
    scrollIn(*m_detail, m_panes->parentWidget());
    scrollIn(*m_formScroll, m_editor);
    addDraftBar();
    m_stack->addWidget(m_versions);
    m_stack->addWidget(m_explain);
    connect(m_tabs, &QTabBar::currentChanged, this, &RoutesPage::showTab);
    connectModels();
    addShortcuts();
    showLock();
    refresh();
}

QWidget *RoutesPage::makeRoutes()
{
    m_list = new RouteList;
    auto *outer = new QSplitter(Qt::Horizontal);
    outer->setObjectName(u"routes.splitter"_s);
    outer->setChildrenCollapsible(false);
    outer->setHandleWidth(cardGap);
    outer->setProperty("kind", u"gap"_s);
    outer->addWidget(m_list);
    outer->addWidget(makeDetail());
    outer->setStretchFactor(0, 0);
    outer->setStretchFactor(1, 1);
    m_state = new StatePanel(outer, this);
    m_state->setObjectName(u"routes.state"_s);
    m_state->setEmpty(makeEmpty());
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(cardGap);
    layout->addWidget(m_state, 1);
    connect(m_state, &StatePanel::retryRequested, this, [this] {
        m_configuration.refresh();
        refresh();
    });
    connect(m_list, &RouteList::chosen, this, &RoutesPage::showDetail);
    connect(m_list, &RouteList::activated, this, [this] {
        if (m_inspector->currentIndex() == 0)
            m_editor->focusField(u"id"_s);
    });
    return tab;
}

//! Below list, diagram and form, also for the Tab key, which takes what came into the page first.
void RoutesPage::addDraftBar()
{
    m_bar = new DraftBar(m_model->draft(), this);
    m_stack->widget(0)->layout()->addWidget(m_bar);
    m_flow = new DraftFlow(*m_model, m_configuration, *m_bar);
    connect(m_flow, &DraftFlow::checked, this, [this](const Api::Findings &findings) {
        m_editor->showFindings(
            DraftFlow::findingsOf(m_editor->routeId(), findings, m_model->draft().document()));
    });
    connect(m_flow, &DraftFlow::placeChosen, this,
            [this](const QString &route, const QString &field) {
                openRoute(route);
                m_editor->focusField(field);
            });
}

QWidget *RoutesPage::makeDetail()
{
    m_view = new RouteView;
    m_editor = new RouteEditor(*m_model);
    m_formScroll = makeScroll(u"routes.inspectorScroll"_s);
    m_formHolder = new QVBoxLayout;
    m_formHolder->setContentsMargins(0, 0, 0, 0);
    m_formHolder->addWidget(m_formScroll);
    m_editor->installEventFilter(this);
    auto *form = new QWidget;
    form->setLayout(m_formHolder);
    m_inspector = new QStackedWidget;
    m_inspector->addWidget(form);
    m_inspector->addWidget(makeDirect());
    m_card = new Card;
    m_card->setObjectName(u"routes.inspector"_s);
    m_card->content()->setContentsMargins(1, 2, 1, 2);
    m_card->content()->addWidget(m_inspector);
    auto *panes = new QWidget;
    m_panes = new QBoxLayout(QBoxLayout::LeftToRight, panes);
    m_panes->setContentsMargins(0, 0, 0, 0);
    m_panes->setSpacing(cardGap);
    m_traffic = new TrafficCard(m_client, m_colours);
    connect(m_traffic, &TrafficCard::openRequests, this, &RoutesPage::openRequests);
    auto *way = new QVBoxLayout;
    way->setSpacing(cardGap);
    way->addWidget(m_view, 1);
    way->addWidget(m_traffic);
    m_panes->addLayout(way, 1);
    m_panes->addWidget(m_card);
    m_detail = makeScroll(u"routes.detailScroll"_s);
    m_detail->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // for very long words
    panes->installEventFilter(this);
    connect(m_list, &RouteList::requestsActivated, this,
            [this](const QString &id) { Q_EMIT openRequests(u"route:%1"_s.arg(id)); });
    connect(m_view, &RouteView::sharesChanged, this, &RoutesPage::showDetail);
    connect(m_view, &RouteView::nodeActivated, this, [this](const RouteNode &node) {
        if (m_inspector->currentIndex() == 0)
            m_editor->focusNode(node);
    });
    m_arranger = new RouteArranger(*m_model, *m_list, *m_view, this);
    connect(m_arranger, &RouteArranger::changed, this, &RoutesPage::rearrange);
    connect(m_arranger, &RouteArranger::editRequested, m_editor, &RouteEditor::focusNode);
    connect(m_editor, &RouteEditor::duplicateRequested, this, &RoutesPage::duplicateRoute);
    connect(m_editor, &RouteEditor::deleteRequested, this, &RoutesPage::deleteRoute);
    connect(m_editor, &RouteEditor::requestsRequested, this,
            [this] { Q_EMIT openRequests(u"route:%1"_s.arg(m_list->current())); });
    return m_detail;
}

QWidget *RoutesPage::makeDirect()
{
    auto *panel = new QWidget;
    m_direct = new PlainTextLabel({}, u"title"_s, panel);
    auto *text = makeLabel(tr("Clients ask for this model by its whole name. A route gives it a "
                              "name of your choice, and a place to go when it fails."),
                           u"muted"_s, panel);
    text->setWordWrap(true);
    auto *add =
        makeButton(tr("Add a route for it"), u"primary"_s, u"routes.routeForModelButton"_s, panel);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_direct);
    layout->addWidget(text);
    layout->addWidget(add, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(add, &QPushButton::clicked, this, [this] {
        for (const DirectModel &model : m_model->facts().models)
            if (model.id == m_list->current())
                return addRoute(QString(model.model)
                                    .toLower()
                                    .replace(QRegularExpression(u"[^a-z0-9._-]"_s), u"-"_s),
                                {.provider = model.provider, .model = model.model});
    });
    return panel;
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
    connect(&draft, &RoutesDraft::changed, this, &RoutesPage::showContent);
    connect(&draft, &RoutesDraft::changed, this, &RoutesPage::draftChanged);
    connect(&draft, &RoutesDraft::renamed, this, [this](const QString &from, const QString &to) {
        if (m_list->current() == from)
            m_list->setCurrent(to);
    });
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
        add(QKeySequence(Qt::CTRL | enter), [this] { check(DraftFlow::Next::Nothing); });
        add(QKeySequence(Qt::CTRL | Qt::SHIFT | enter),
            [this] { check(DraftFlow::Next::Publish); });
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
    fitPanes();
}

//! Another route's words may need another width.
bool RoutesPage::eventFilter(QObject *watched, QEvent *event)
{
    if ((watched == m_editor || watched == m_detail->widget())
        && event->type() == QEvent::LayoutRequest)
        fitPanes();
    return QWidget::eventFilter(watched, event);
}

void RoutesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const bool textChanged =
        event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    if (textChanged && m_ready)
        fitPanes();
}

//! The panes grow with the text; where they do not fit beside each other they are stacked.
void RoutesPage::fitPanes()
{
    const bool stacked = width() < textScaled(besideFrom);
    // Long words may need more than usual beside the bar that scrolls them.
    const int form = std::max(textScaled(formWidth),
                              m_editor->minimumSizeHint().width()
                                  + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_card->setMinimumWidth(stacked ? 0 : form);
    m_card->setMaximumWidth(stacked ? QWIDGETSIZE_MAX : form);
    setStacked(stacked);
    m_panes->invalidate(); // the card has just got another width
    const QSize least = m_panes->minimumSize();
    const int bar = least.height() > m_detail->height() // it scrolls
        ? style()->pixelMetric(QStyle::PM_ScrollBarExtent)
        : 0;
    const int detail = stacked ? 0 : least.width() + bar;
    const int list =
        std::min(textScaled(stacked ? stackedListWidth : listWidth), int(width() * mostOfList));
    m_list->setMinimumWidth(std::min(list, width() - 2 * pageMargin - detail - cardGap));
    m_detail->setMinimumWidth(detail);
}

//! Stacked, diagram and form scroll as one; side by side, the form scrolls alone.
void RoutesPage::setStacked(bool stacked)
{
    const auto direction = stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_panes->direction() == direction)
        return;
    m_panes->setDirection(direction);
    m_view->setWhole(stacked);
    m_formScroll->setVisible(!stacked);
    if (stacked)
        m_formHolder->addWidget(m_formScroll->takeWidget());
    else
        scrollIn(*m_formScroll, m_editor);
    m_editor->show();
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
        m_traffic->setRoute(id);
        m_inspector->setCurrentIndex(0);
        fitPanes(); // a diagram may be wider than the one before
        return;
    }
    for (const DirectModel &model : facts.models) {
        if (model.id != id)
            continue;
        m_view->setMeasurable(false);
        m_traffic->setRoute({});
        m_view->setGraph(id, directGraph(model, facts, m_colours));
        m_direct->setFullText(id);
        m_inspector->setCurrentIndex(1);
    }
}

void RoutesPage::rearrange(const Api::Route &changed, const QString &sentence)
{
    const Api::Route before = *m_model->draft().route(changed.id);
    if (changed == before)
        return;
    m_model->draft().replace(changed.id, changed);
    Q_EMIT undoOffered(sentence, [this, before, changed] {
        const Api::Route *now = m_model->draft().route(changed.id);
        if (now && *now == changed) // edited since: that stays
            m_model->draft().replace(before.id, before);
    });
}

void RoutesPage::showLock()
{
    const QString file = m_status.status().managedBy;
    m_editor->setLocked(file.isEmpty() ? QString()
                                       : tr("Set by %1").arg(QFileInfo(file).fileName()));
    m_flow->setLocked(!file.isEmpty());
    m_view->setEditable(file.isEmpty());
    m_arranger->setEditable(file.isEmpty());
    m_versions->setLocked(!file.isEmpty());
}

void RoutesPage::showTab(int tab)
{
    m_stack->setCurrentIndex(tab);
    if (tab == VersionsTabIndex)
        m_versions->refresh();
    else if (tab == ExplainTabIndex)
        m_explain->showChoices();
}

void RoutesPage::takeDraft(const Api::Document &wanted)
{
    m_model->draft().take(wanted);
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
    QStringList keys;
    for (const KeyAccess &key : m_model->facts().keys)
        if (!key.declared && key.routes.contains(id))
            keys.append(key.name);
    const RoutesDraft::Uses uses = m_model->draft().usesOf(id);
    if (uses.isEmpty() && keys.isEmpty())
        return removeRoute();
    auto *dialog = new DeleteRouteDialog(id, uses, keys, this);
    connect(dialog, &DeleteRouteDialog::confirmed, this, &RoutesPage::removeRoute);
    openQuestion(*dialog);
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

void RoutesPage::check(DraftFlow::Next next)
{
    if (m_tabs->currentIndex() != RoutesTab)
        return;
    const QPointer<QWidget> before = focusWidget();
    m_bar->setFocus(Qt::OtherFocusReason); // a field being typed in is taken
    if (before && before->isVisible())
        before->setFocus(Qt::OtherFocusReason);
    m_flow->check(next);
}

bool RoutesPage::hasDraft() const
{
    return m_model->draft().isDirty();
}

void RoutesPage::leave(std::function<void()> go)
{
    if (!hasDraft())
        return go();
    RoutesDraft &draft = m_model->draft();
    askUnsaved(window(),
               {.objectName = u"routes.leaveDialog"_s,
                .title = tr("Publish the draft of your routes?"),
                .text = tr("%n changes are not published. Apps do not meet them yet.", nullptr,
                           draft.changeCount()),
                .saveText = tr("Publish…"),
                .save =
                    [this] {
                        Q_EMIT attentionNeeded();
                        m_tabs->setCurrentIndex(RoutesTab);
                        check(DraftFlow::Next::Publish);
                    },
                .discard =
                    [&draft, go] {
                        draft.discard();
                        go();
                    }});
}

void RoutesPage::explainCurrent()
{
    m_tabs->setCurrentIndex(ExplainTabIndex);
    m_explain->startWith(m_list->current());
}

} // namespace Gatehouse::Ui
