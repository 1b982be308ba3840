// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/closing.h"

#include "ui/shell/mainwindow.h"
#include "ui/widgets/question.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

QPushButton *addButton(QMessageBox &box, const QString &text, QMessageBox::ButtonRole role,
                       QLatin1StringView name)
{
    return addAnswer(box, text, role, QString(box.objectName() + u'.' + name));
}

} // namespace

Closing::Closing(MainWindow &window, Preferences &preferences, std::function<bool()> hasTray)
    : QObject(&window)
    , m_window(window)
    , m_preferences(preferences)
    , m_hasTray(std::move(hasTray))
{
    connect(&window, &MainWindow::quitRequested, this, &Closing::requestQuit);
}

bool Closing::mayClose()
{
    using Action = Preferences::CloseAction;
    const Action action = m_preferences.closeAction();
    if (m_decided)
        return true;
    if (m_hasTray()) {
        if (action == Action::Keep)
            Q_EMIT hideRequested();
        else if (action == Action::Quit)
            requestQuit();
        else
            askTray();
    } else if (m_ownsGateway && m_window.status().isServing()) {
        if (action == Action::Quit)
            requestQuit();
        else
            askBackground(); // without a tray there is no hidden window to keep
    } else {
        requestQuit();
    }
    return false;
}

QMessageBox *Closing::makeBox(const QString &objectName, const QString &title, const QString &text)
{
    delete m_box;
    m_box = makeQuestion(&m_window, objectName, title, text);
    return m_box;
}

void Closing::askTray()
{
    const QString text = m_ownsGateway
        ? tr("Gatehouse keeps running in the tray so apps stay connected.")
        : tr("Gatehouse stays in the tray and tells when something is wrong. The gateway runs "
             "in the background in any case.");
    QMessageBox *box = makeBox(u"closing.trayDialog"_s, tr("Close the window?"), text);
    QPushButton *keep =
        addButton(*box, tr("Keep running"), QMessageBox::AcceptRole, "keepButton"_L1);
    QPushButton *quit =
        addButton(*box, tr("Quit instead"), QMessageBox::DestructiveRole, "quitButton"_L1);
    box->setEscapeButton(addButton(*box, tr("Cancel"), QMessageBox::RejectRole, "cancelButton"_L1));
    box->setDefaultButton(keep);
    auto *always = new QCheckBox(tr("Always do this"), box);
    always->setObjectName(u"closing.trayDialog.alwaysCheck"_s);
    always->setAccessibleName(always->text());
    box->setCheckBox(always);
    const auto remember = [this, always](Preferences::CloseAction action) {
        if (always->isChecked())
            m_preferences.setCloseAction(action);
    };
    connect(keep, &QPushButton::clicked, this, [this, remember] {
        remember(Preferences::CloseAction::Keep);
        Q_EMIT hideRequested();
    });
    connect(quit, &QPushButton::clicked, this, [this, remember] {
        remember(Preferences::CloseAction::Quit);
        requestQuit();
    });
    openQuestion(*box);
}

void Closing::askBackground()
{
    QMessageBox *box =
        makeBox(u"closing.backgroundDialog"_s, tr("Keep the gateway running in the background?"),
                tr("Without it, apps get no answers. Starting Gatehouse again shows the gateway "
                   "that runs in the background."));
    QPushButton *service = addButton(*box, tr("Run as a background service"),
                                     QMessageBox::AcceptRole, "serviceButton"_L1);
    QPushButton *minimise =
        addButton(*box, tr("Minimise"), QMessageBox::ActionRole, "minimiseButton"_L1);
    QPushButton *quit = addButton(*box, tr("Quit"), QMessageBox::DestructiveRole, "quitButton"_L1);
    box->setEscapeButton(addButton(*box, tr("Cancel"), QMessageBox::RejectRole, "cancelButton"_L1));
    box->setDefaultButton(service);
    connect(service, &QPushButton::clicked, this, [this] {
        m_decided = true;
        showProgress();
        Q_EMIT serviceRequested();
    });
    connect(minimise, &QPushButton::clicked, this, &Closing::minimiseRequested);
    connect(quit, &QPushButton::clicked, this, &Closing::requestQuit);
    openQuestion(*box);
}

void Closing::requestQuit()
{
    if (m_decided)
        return;
    if (m_ownsGateway && m_window.status().isServing() && m_window.status().status().inFlight > 0)
        askRunning();
    else
        decide(true);
}

void Closing::askRunning()
{
    Q_EMIT m_window.attentionNeeded();
    QMessageBox *box = makeBox(u"closing.quitDialog"_s, tr("Quit Gatehouse?"),
                               tr("%n requests are running and the gateway ends with this "
                                  "program.",
                                  nullptr, m_window.status().status().inFlight));
    QPushButton *finish =
        addButton(*box, tr("Finish them, then quit"), QMessageBox::AcceptRole, "finishButton"_L1);
    QPushButton *now =
        addButton(*box, tr("Stop now"), QMessageBox::DestructiveRole, "nowButton"_L1);
    box->setEscapeButton(addButton(*box, tr("Cancel"), QMessageBox::RejectRole, "cancelButton"_L1));
    box->setDefaultButton(finish);
    connect(finish, &QPushButton::clicked, this, [this] {
        showProgress();
        decide(true);
    });
    connect(now, &QPushButton::clicked, this, [this] { decide(false); });
    openQuestion(*box);
}

void Closing::showProgress()
{
    QMessageBox *box =
        makeBox(u"closing.progressDialog"_s, tr("Finishing running requests"), QString());
    box->setStandardButtons(QMessageBox::NoButton);
    QPushButton *now =
        addButton(*box, tr("Stop now"), QMessageBox::DestructiveRole, "nowButton"_L1);
    const auto show = [this, box] {
        box->setInformativeText(
            tr("%n requests are left.", nullptr, m_window.status().status().inFlight));
    };
    show();
    connect(&m_window.status(), &StatusModel::changed, box, show);
    connect(now, &QPushButton::clicked, this, [this] { Q_EMIT quitDecided(false); });
    openQuestion(*box);
}

void Closing::decide(bool finishRunning)
{
    m_decided = true;
    Q_EMIT quitDecided(finishRunning);
}

} // namespace Gatehouse::Ui
