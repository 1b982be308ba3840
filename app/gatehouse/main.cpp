// SPDX-License-Identifier: GPL-3.0-or-later
//! The desktop program: the engine on threads of its own, or one that already runs, and its
//! screens.

#include "app/gatehouse/screenshots.h"
#include "app/node/enginethread.h"
#include "app/node/logging.h"
#include "app/node/unixsignals.h"
#include "core/api/httpadmintransport.h"
#include "core/secrets/processhardening.h"
#include "ui/models/preferences.h"
#include "ui/shell/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QJsonArray>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Gatehouse;

namespace {

struct Options {
    QString dataFolder;
    QString connectTo;
    QString token;
    QString page;
    QString theme;
    QSize size;
    QStringList screenshots;
    QStringList listen;
    bool minimized = false;
};

QSize sizeOf(const QString &text)
{
    return {text.section(u'x', 0, 0).toInt(), text.section(u'x', 1, 1).toInt()};
}

Options readOptions(const QApplication &application)
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
        {u"minimized"_s, u"Start with the window minimised."_s},
        {u"page"_s, u"Page to open: overview, requests, settings."_s, u"name"_s},
        {u"screenshot"_s, u"Render a page to a file, then exit. May be given several times."_s,
         u"name=file.png"_s},
        {u"theme"_s, u"Appearance for this run: light or dark."_s, u"theme"_s},
        {u"size"_s, u"Window size for this run, for example 1440x900."_s, u"size"_s},
    });
    parser.process(application);
    return {.dataFolder = Api::dataFolder(parser.value(u"data-dir"_s)),
            .connectTo = parser.value(u"connect"_s),
            .token = parser.value(u"token"_s),
            .page = parser.value(u"page"_s),
            .theme = parser.value(u"theme"_s),
            .size = sizeOf(parser.value(u"size"_s)),
            .screenshots = parser.values(u"screenshot"_s),
            .listen = parser.values(u"listen"_s),
            .minimized = parser.isSet(u"minimized"_s)};
}

//! Pictures need no display.
void preferOffscreenForPictures(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        if (QByteArrayView(argv[i]).startsWith("--screenshot")
            && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }
}

//! A gateway without providers is one nobody has set up yet: the wizard opens by itself, once.
void openWizardAtFirstStart(Ui::MainWindow &window, Api::AdminClient &client)
{
    auto *once = new QObject(&window);
    QObject::connect(&client, &Api::AdminClient::stateChanged, once,
                     [&window, &client, once](Api::AdminClient::State state) {
                         if (state != Api::AdminClient::State::Connected)
                             return;
                         Api::AdminCall *call = client.get(u"/providers"_s);
                         QObject::connect(
                             call, &Api::AdminCall::finished, &window,
                             [&window](Api::AdminCall *done) {
                                 if (done->succeeded()
                                     && done->reply().body.value("items"_L1).toArray().isEmpty())
                                     window.openWizard();
                             });
                         once->deleteLater();
                     });
}

void showStartFailure(QWidget &window, const Error &error)
{
    std::fprintf(stderr, "gatehouse: %s\n", qUtf8Printable(error.detail));
    auto *box = new QMessageBox(
        QMessageBox::Critical, QApplication::translate("Main", "Gatehouse cannot start"),
        QApplication::translate("Main", "The gateway could not be started."), QMessageBox::Close,
        &window);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(error.detail);
    QObject::connect(box, &QMessageBox::finished, box, [] { QApplication::exit(1); });
    box->open();
}

} // namespace

int main(int argc, char *argv[])
{
    preferOffscreenForPictures(argc, argv);
    Secrets::hardenProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QString::fromLatin1(GATEHOUSE_VERSION));
    Node::installLogging(Node::LogFormat::Text);
    const Options options = readOptions(application);

    std::unique_ptr<Ui::Preferences> preferences = options.screenshots.isEmpty()
        ? std::make_unique<Ui::Preferences>()
        : std::make_unique<Ui::Preferences>(QString(options.dataFolder + u"/screenshots.ini"_s));
    if (options.theme == "dark"_L1 || options.theme == "light"_L1)
        preferences->setTheme(options.theme == "dark"_L1 ? Ui::Theme::Choice::Dark
                                                         : Ui::Theme::Choice::Light);
    Ui::setUpApplication(application, *preferences);

    const auto locate = [&options]() -> Result<Api::AdminAddress> {
        if (!options.connectTo.isEmpty())
            return Api::AdminAddress::ofUrl(options.connectTo, options.token);
        return Api::AdminAddress::ofDataFolder(options.dataFolder);
    };
    Api::AdminClient client(std::make_unique<Api::HttpAdminTransport>(locate));
    Ui::MainWindow window(client, *preferences);
    Ui::addPages(window, client);
    if (options.size.isValid() && !options.size.isEmpty())
        window.resize(options.size);

    // An engine of our own, unless one runs on the data folder (or elsewhere) already.
    std::unique_ptr<Node::EngineThread> engine;
    int exitCode = 0;
    // Running requests finish before the program ends.
    const auto leave = [&engine, &exitCode](int code) {
        exitCode = code;
        if (engine)
            engine->shutDown();
        else
            QApplication::exit(code);
    };
    Node::UnixSignals signals;
    QObject::connect(&signals, &Node::UnixSignals::terminate, &application, [&leave] { leave(0); });
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&application, &QApplication::lastWindowClosed, &application,
                     [&leave] { leave(0); });
    if (!locate()) {
        engine = std::make_unique<Node::EngineThread>(
            Node::NodeOptions{.dataFolder = options.dataFolder,
                              .configFile = {},
                              .listen = options.listen,
                              .adminListen = {},
                              .serve = preferences->startsGateway(),
                              .mustListen = false});
        QObject::connect(engine.get(), &Node::EngineThread::started, &client,
                         &Api::AdminClient::start);
        QObject::connect(engine.get(), &Node::EngineThread::stopped, &application,
                         [&exitCode] { QApplication::exit(exitCode); });
        QObject::connect(engine.get(), &Node::EngineThread::failed, &window,
                         [&window](const Error &error) { showStartFailure(window, error); });
        engine->start();
    } else {
        client.start();
    }

    if (!options.page.isEmpty())
        window.showPage(options.page);
    std::unique_ptr<Screenshots> screenshots;
    if (!options.screenshots.isEmpty()) {
        screenshots = std::make_unique<Screenshots>(window, options.screenshots);
        QObject::connect(screenshots.get(), &Screenshots::done, &application,
                         [&leave](const QString &problem) {
                             if (!problem.isEmpty())
                                 std::fprintf(stderr, "gatehouse: %s\n", qUtf8Printable(problem));
                             leave(problem.isEmpty() ? 0 : 1);
                         });
    } else {
        openWizardAtFirstStart(window, client);
    }
    if (options.minimized)
        window.showMinimized();
    else
        window.show();
    return QApplication::exec();
}
