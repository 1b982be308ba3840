// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettecatalogue.h"

#include "ui/shell/helptopics.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palettepages.h"
#include "ui/shell/windowactions.h"
#include "ui/widgets/keytext.h"

#include <QtGui/QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

using Kind = PaletteEntry::Kind;

//! How one kind of object is written and where it opens.
struct ObjectKind {
    Kind kind;
    QLatin1StringView page;
    QLatin1StringView icon;
    QLatin1StringView prefix; //!< of what is given to the page, which may hold several kinds
    QString name;
};

ObjectKind kindOf(NamedObject::Kind kind)
{
    switch (kind) {
    case NamedObject::Kind::Provider:
        return {Kind::Provider, "providers"_L1, "server"_L1, {}, PaletteCatalogue::tr("Provider")};
    case NamedObject::Kind::Route:
        return {Kind::Route, "routes"_L1, "waypoints"_L1, {}, PaletteCatalogue::tr("Route")};
    case NamedObject::Kind::Key:
        return {Kind::Key, "access"_L1, "key-round"_L1, {}, PaletteCatalogue::tr("Key")};
    case NamedObject::Kind::Team:
        return {Kind::Team, "access"_L1, "user"_L1, "team:"_L1, PaletteCatalogue::tr("Team")};
    case NamedObject::Kind::Model:
        break;
    }
    return {Kind::Model, "requests"_L1, "layers"_L1, {}, PaletteCatalogue::tr("Model")};
}

QString iconOf(const QAction *action)
{
    static const QHash<QString, QString> icons{
        {u"action.toggleGateway"_s, u"power"_s},    {u"action.copyBaseUrl"_s, u"copy"_s},
        {u"action.refreshPage"_s, u"refresh-cw"_s}, {u"action.goBack"_s, u"arrow-left"_s},
        {u"action.goForward"_s, u"arrow-right"_s},  {u"action.foldSidebar"_s, u"panel-left"_s},
        {u"action.undoChange"_s, u"history"_s},     {u"action.newObject"_s, u"plus"_s},
        {u"action.filterPage"_s, u"funnel"_s},      {u"action.connectApp"_s, u"plug"_s},
        {u"action.openHelp"_s, u"circle-help"_s},   {u"action.openShortcuts"_s, u"circle-help"_s},
        {u"action.quitProgram"_s, u"x"_s},          {u"action.closeWindow"_s, u"x"_s},
    };
    return icons.value(action->objectName(), u"zap"_s);
}

QString shortcutOf(const MainWindow &window, const QString &action)
{
    const QAction *found = window.windowActions().find(action);
    return found ? keyText(found->shortcut()) : QString();
}

} // namespace

PaletteCatalogue::PaletteCatalogue(MainWindow &window, Api::AdminClient &client)
    : QObject(&window)
    , m_window(window)
    , m_objects(client)
{
    connect(&m_objects, &PaletteObjects::changed, this, &PaletteCatalogue::changed);
}

QList<PaletteEntry> PaletteCatalogue::entries() const
{
    QList<PaletteEntry> entries;
    addPages(entries);
    addActions(entries);
    addObjects(entries);
    addHelp(entries);
    return entries;
}

void PaletteCatalogue::addPages(QList<PaletteEntry> &entries) const
{
    QList<PageEntry> pages = m_window.pages();
    std::stable_partition(pages.begin(), pages.end(), [](const PageEntry &page) {
        return page.place != PageEntry::Place::Bottom; // as in the sidebar
    });
    for (const PageEntry &page : std::as_const(pages)) {
        const QString id = page.id;
        const QString action = MainWindow::actionOf(id);
        entries.append({.kind = Kind::Page,
                        .id = action,
                        .iconName = page.iconName,
                        .name = page.title,
                        .english = id,
                        .where = tr("Page"),
                        .shortcut = shortcutOf(m_window, action),
                        .run = [window = &m_window, id] { window->showPage(id); },
                        .choices = {}});
        entries += tabEntries(m_window, id, page.title);
        if (page.commands)
            entries += page.commands();
    }
}

void PaletteCatalogue::addActions(QList<PaletteEntry> &entries) const
{
    for (QAction *action : m_window.windowActions().all()) {
        const bool opensPage = std::any_of(
            m_window.pages().cbegin(), m_window.pages().cend(), [action](const PageEntry &page) {
                return MainWindow::actionOf(page.id) == action->objectName();
            });
        if (opensPage || !action->isEnabled() || action->objectName() == "action.openPalette"_L1)
            continue;
        entries.append({.kind = Kind::Action,
                        .id = action->objectName(),
                        .iconName = iconOf(action),
                        .name = WindowActions::plainText(*action),
                        .english = action->property("english").toString(),
                        .where = {},
                        .shortcut = keyText(action->shortcut()),
                        .run = [action] { action->trigger(); },
                        .choices = {}});
    }
    for (const bool pause : {true, false})
        if (!providersToPause(pause).isEmpty())
            entries.append(pausing(pause));
}

PaletteEntry PaletteCatalogue::pausing(bool pause) const
{
    return {.kind = Kind::Action,
            .id = pause ? u"action.pauseProvider"_s : u"action.resumeProvider"_s,
            .iconName = pause ? u"pause"_s : u"play"_s,
            .name = pause ? tr("Pause provider") : tr("Resume provider"),
            .english = pause ? u"Pause provider"_s : u"Resume provider"_s,
            .choices = [this, pause] { return providersToPause(pause); }};
}

QList<PaletteEntry> PaletteCatalogue::providersToPause(bool pause) const
{
    QList<PaletteEntry> choices;
    for (const NamedObject &provider : m_objects.objects(NamedObject::Kind::Provider)) {
        if (provider.paused == pause)
            continue;
        choices.append({.kind = Kind::Choice,
                        .id = u"provider/%1"_s.arg(provider.id),
                        .iconName = u"server"_s,
                        .name = provider.name,
                        .where = provider.detail,
                        .run = [window = &m_window, id = provider.id, name = provider.name,
                                pause] { window->pauseProvider(id, name, pause); },
                        .choices = {}});
    }
    return choices;
}

void PaletteCatalogue::addObjects(QList<PaletteEntry> &entries) const
{
    for (const NamedObject &object : m_objects.objects()) {
        const ObjectKind kind = kindOf(object.kind);
        const QString page(kind.page);
        if (!m_window.hasPage(page))
            continue;
        const bool filters = !object.filter.isEmpty();
        const QString target = filters ? object.filter : QString(kind.prefix + object.id);
        entries.append({.kind = kind.kind,
                        .id = kind.name + u'/' + object.id,
                        .iconName = kind.icon,
                        .name = object.name,
                        .english = {},
                        .where = object.detail.isEmpty()
                            ? kind.name
                            : tr("%1 · %2").arg(kind.name, object.detail),
                        .shortcut = {},
                        .run =
                            [window = &m_window, page, target, filters] {
                                if (filters)
                                    window->showPage(page, target);
                                else
                                    window->showObject(page, target);
                            },
                        .choices = {}});
    }
}

void PaletteCatalogue::addHelp(QList<PaletteEntry> &entries) const
{
    for (const HelpTopic &topic : helpTopics())
        entries.append({.kind = Kind::Help,
                        .id = u"help/%1"_s.arg(topic.id),
                        .iconName = u"circle-help"_s,
                        .name = topic.title,
                        .english = topic.english,
                        .where = tr("Help"),
                        .shortcut = {},
                        .run = [window = &m_window, id = topic.id] { window->openHelp(id); },
                        .choices = {}});
    entries.append({.kind = Kind::Help,
                    .id = u"help/shortcuts"_s,
                    .iconName = u"circle-help"_s,
                    .name = tr("Keyboard shortcuts"),
                    .english = u"Keyboard shortcuts"_s,
                    .where = tr("Help"),
                    .shortcut = {},
                    .run = [window = &m_window] { window->openShortcuts(); },
                    .choices = {}});
}

PaletteEntry PaletteCatalogue::requestEntry(const QString &id) const
{
    return {.kind = Kind::Request,
            .id = u"request/%1"_s.arg(id),
            .iconName = u"hash"_s,
            .name = tr("Open request %1").arg(id),
            .english = {},
            .where = tr("Request"),
            .shortcut = {},
            .run = [window = &m_window, id] { window->showObject(u"requests"_s, id); },
            .choices = {}};
}

} // namespace Gatehouse::Ui
