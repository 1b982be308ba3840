// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/options.h"

#include "app/gatehouse/scenes.h"
#include "core/api/adminaddress.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>

using namespace Qt::StringLiterals;

namespace Gatehouse {

namespace {

QSize sizeOf(const QString &text)
{
    return {text.section(u'x', 0, 0).toInt(), text.section(u'x', 1, 1).toInt()};
}

} // namespace

Options Options::read(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Gatehouse, an AI model gateway with a desktop console."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data-dir"_s, u"Folder of databases and journals."_s, u"folder"_s},
        {u"connect"_s, u"Show a gateway that runs elsewhere: an URL or a socket's path."_s,
         u"url"_s},
        {u"token"_s, u"Administration token for --connect."_s, u"token"_s},
        {u"listen"_s, u"Address and port for clients, instead of the configured one."_s,
         u"address:port"_s},
        {u"demo"_s, u"Start on sample data: simulated providers and traffic."_s},
        {u"minimized"_s, u"Start in the tray, or minimised where there is none."_s},
        {u"new-window"_s, u"Open another window instead of raising the one that is open."_s},
        {u"page"_s, u"Page to open: overview, requests, settings."_s, u"name"_s},
        {u"screenshot"_s,
         u"Render a page, or one object of it (page/object), a dialog or a step of setup to a "
         u"file, "
         u"then exit. May be given several times. Besides pages: "_s
             + sceneNames().join(u", "_s) + u'.',
         u"name=file.png"_s},
        {u"theme"_s, u"Appearance for this run: light or dark."_s, u"theme"_s},
        {u"language"_s, u"Language for this run, for example de."_s, u"language"_s},
        {u"size"_s, u"Window size for this run, for example 1440x900."_s, u"size"_s},
    });
    parser.process(arguments);
    const bool demo = parser.isSet(u"demo"_s);
    const QString folder = parser.value(u"data-dir"_s);
    return {.dataFolder = Api::dataFolder(demo ? QString() : folder),
            .connectTo = parser.value(u"connect"_s),
            .token = parser.value(u"token"_s),
            .page = parser.value(u"page"_s),
            .theme = parser.value(u"theme"_s),
            .language = parser.value(u"language"_s),
            .size = sizeOf(parser.value(u"size"_s)),
            .screenshots = parser.values(u"screenshot"_s),
            .listen = parser.values(u"listen"_s),
            .minimized = parser.isSet(u"minimized"_s),
            .newWindow = parser.isSet(u"new-window"_s),
            .demo = demo,
            .sampleFolder = demo && !folder.isEmpty() ? QDir(folder).absolutePath() : QString()};
}

} // namespace Gatehouse
