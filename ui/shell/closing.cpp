// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/closing.h"

#include "ui/shell/mainwindow.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int textCharacters = 56;

QPushButton *addButton(QMessageBox &box, const QString &text, QMessageBox::ButtonRole role,
                       QLatin1StringView name)
{
    QPushButton *button = box.addButton(text, role);
    button->setObjectName(QString(box.objectName() + u'.' + name));
    button->setAccessibleName(text);
    return button;
}

void makeDefault(QMessageBox &box, QPushButton *button)
{
    setStyleProperty(button, "kind", u"primary"_s);
    box.setDefaultButton(button);
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
    m_box = new QMessageBox(&m_window);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setObjectName(objectName);
    m_box->setWindowTitle(title);
    m_box->setText(title);
    m_box->setInformativeText(text);
    // The parts of a message box have no other address.
    if (auto *label = m_box->findChild<QLabel *>(u"qt_msgbox_label"_s))
        setStyleProperty(label, "tone", u"dialogTitle"_s);
    if (auto *label = m_box->findChild<QLabel *>(u"qt_msgbox_informativelabel"_s))
        label->setMinimumWidth(textCharacters * label->fontMetrics().averageCharWidth());
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
    makeDefault(*box, keep);
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
    box->open();
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
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    cancel->setObjectName(u"closing.backgroundDialog.cancelButton"_s);
    makeDefault(*box, service);
    connect(service, &QPushButton::clicked, this, [this] {
        m_decided = true;
        showProgress();
        Q_EMIT serviceRequested();
    });
    connect(minimise, &QPushButton::clicked, this, &Closing::minimiseRequested);
    connect(quit, &QPushButton::clicked, this, &Closing::requestQuit);
    box->open();
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
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    cancel->setObjectName(u"closing.quitDialog.cancelButton"_s);
    makeDefault(*box, finish);
    connect(finish, &QPushButton::clicked, this, [this] {
        showProgress();
        decide(true);
    });
    connect(now, &QPushButton::clicked, this, [this] { decide(false); });
    box->open();
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
    box->open();
}

void Closing::decide(bool finishRunning)
{
    m_decided = true;
    Q_EMIT quitDecided(finishRunning);
}

} // namespace Gatehouse::Ui
