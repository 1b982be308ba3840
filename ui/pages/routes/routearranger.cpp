// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/routearranger.h"

#include "ui/models/routerearranging.h"
#include "ui/models/routesmodel.h"
#include "ui/models/routestrategies.h"
#include "ui/pages/routes/connectionline.h"
#include "ui/pages/routes/routelist.h"
#include "ui/pages/routes/routeview.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QMenu>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! A name as a menu shows it, without making a mnemonic of it.
QString asEntry(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

} // namespace

RouteArranger::RouteArranger(RoutesModel &model, RouteList &list, RouteView &view, QWidget *page)
    : QObject(page)
    , m_model(model)
    , m_list(list)
    , m_view(view)
    , m_line(new ConnectionLine(page))
{
    connect(&view, &RouteView::nodeMoved, this, &RouteArranger::move);
    connect(&view, &RouteView::weightChanged, this, &RouteArranger::weigh);
    connect(&view, &RouteView::linePulled, this, &RouteArranger::pull);
    connect(&view, &RouteView::lineDropped, this, &RouteArranger::drop);
    connect(&view, &RouteView::lineGivenUp, m_line, &QWidget::hide);
    connect(&view, &RouteView::menuRequested, this, &RouteArranger::openMenu);
}

const Api::Route *RouteArranger::current() const
{
    return m_model.draft().route(m_list.current());
}

// --- joining ------------------------------------------------------------------------------------

RouteArranger::Offer RouteArranger::offerOf(const QString &entry) const
{
    const Api::Route *route = current();
    if (!route || entry.isEmpty())
        return {.text = tr("Pull the line to a model or a route in the list")};
    if (m_model.draft().route(entry))
        return offerOfRoute(*route, entry);
    for (const DirectModel &model : m_model.facts().models) {
        if (model.id != entry)
            continue;
        const Api::ModelReference target{.provider = model.provider, .model = model.model};
        if (hasTarget(*route, target))
            return {.text = tr("%1 is a target already").arg(entry)};
        return {.route = withTarget(*route, target),
                .text = tr("Add %1 as a target").arg(entry),
                .sentence = tr("Added the target %1").arg(entry)};
    }
    return {};
}

RouteArranger::Offer RouteArranger::offerOfRoute(const Api::Route &route,
                                                 const QString &entry) const
{
    if (entry == route.id)
        return {.text = tr("A route cannot be its own fallback")};
    if (route.fallback.contains(entry))
        return {.text = tr("%1 is a fallback already").arg(entry)};
    if (!m_model.draft().possibleFallbacks(route.id).contains(entry))
        return {.text = tr("%1 falls back to this route: that would be a loop").arg(entry)};
    Api::Route joined = route;
    joined.fallback.append(entry);
    return {.route = joined,
            .text = tr("Add %1 as a fallback").arg(entry),
            .sentence = tr("Added the fallback %1").arg(entry)};
}

void RouteArranger::pull(QPoint from, QPoint to)
{
    m_list.scrollTowards(to);
    const QString entry = m_list.entryAt(to);
    const Offer offer = offerOf(entry);
    m_line->pull(from, to,
                 {.place = entry.isEmpty() ? QRect() : m_list.entryRect(entry),
                  .text = offer.text,
                  .allowed = offer.route.has_value()});
}

void RouteArranger::drop(QPoint to)
{
    m_line->hide();
    const Offer offer = offerOf(m_list.entryAt(to));
    if (offer.route)
        Q_EMIT changed(*offer.route, offer.sentence);
}

// --- order and weights --------------------------------------------------------------------------

void RouteArranger::move(const RouteNode &node, int by)
{
    if (const Api::Route *route = current())
        Q_EMIT changed(withMoved(*route, node, by), tr("Moved %1 in the order").arg(node.title));
}

void RouteArranger::weigh(const RouteNode &node, int by)
{
    if (const Api::Route *route = current())
        Q_EMIT changed(withWeight(*route, node, by),
                       tr("Changed the weight of %1").arg(node.title));
}

// --- the same without dragging ------------------------------------------------------------------

void RouteArranger::openMenu(const RouteNode &node, QPoint place)
{
    const Api::Route *route = current();
    if (!route)
        return;
    auto *menu = new QMenu(&m_view);
    menu->setObjectName(u"routes.diagramMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto edit = [this, node] { Q_EMIT editRequested(node); };
    menu->addAction(tr("Edit"), this, edit)->setObjectName(u"routes.diagramMenu.editAction"_s);
    if (m_editable) {
        addNodeActions(*menu, *route, node);
        addJoins(*menu);
    }
    menu->popup(place);
}

void RouteArranger::addNodeActions(QMenu &menu, const Api::Route &route, const RouteNode &node)
{
    const auto add = [&](const QString &name, const QString &text, const Api::Route &to,
                         const QString &sentence) {
        QAction *action =
            menu.addAction(text, this, [this, to, sentence] { Q_EMIT changed(to, sentence); });
        action->setObjectName(u"routes.diagramMenu.%1Action"_s.arg(name));
        action->setEnabled(to != route);
    };
    using Kind = RouteNode::Kind;
    if (node.kind == Kind::Target || node.kind == Kind::Fallback) {
        const QString moved = tr("Moved %1 in the order").arg(node.title);
        add(u"up"_s, tr("Move up"), withMoved(route, node, -1), moved);
        add(u"down"_s, tr("Move down"), withMoved(route, node, 1), moved);
    }
    if (node.weight) {
        const QString weighed = tr("Changed the weight of %1").arg(node.title);
        add(u"more"_s, tr("More weight"), withWeight(route, node, 1), weighed);
        add(u"less"_s, tr("Less weight"), withWeight(route, node, -1), weighed);
    }
    if (node.kind != Kind::Name && node.kind != Kind::Strategy)
        add(u"remove"_s, tr("Remove"), without(route, node), tr("Removed %1").arg(node.title));
}

//! Targets by provider, and routes.
void RouteArranger::addJoins(QMenu &menu)
{
    const auto add = [this](QMenu *to, const QString &entry, const QString &text) {
        const Offer offer = offerOf(entry);
        if (!offer.route)
            return;
        QAction *action = to->addAction(
            asEntry(text), this, [this, offer] { Q_EMIT changed(*offer.route, offer.sentence); });
        action->setObjectName(u"routes.diagramMenu.join.%1"_s.arg(entry));
    };
    menu.addSeparator();
    QMenu *targets = menu.addMenu(tr("Add a target"));
    targets->setObjectName(u"routes.diagramMenu.targetMenu"_s);
    QHash<QString, QMenu *> providers;
    for (const DirectModel &model : m_model.facts().models) {
        QMenu *&provider = providers[model.provider];
        if (!provider) {
            const QString name = m_model.facts().providers.value(model.provider).name;
            provider = targets->addMenu(asEntry(name.isEmpty() ? model.provider : name));
        }
        add(provider, model.id, model.model);
    }
    QMenu *fallbacks = menu.addMenu(tr("Add a fallback"));
    fallbacks->setObjectName(u"routes.diagramMenu.fallbackMenu"_s);
    for (const Api::Route &other : m_model.draft().routes())
        add(fallbacks, other.id, other.id);
    for (QMenu *provider : std::as_const(providers))
        provider->menuAction()->setEnabled(!provider->isEmpty());
    targets->menuAction()->setEnabled(!providers.isEmpty());
    fallbacks->menuAction()->setEnabled(!fallbacks->isEmpty());
}

} // namespace Gatehouse::Ui
