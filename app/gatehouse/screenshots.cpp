// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gatehouse/screenshots.h"

#include "ui/shell/application.h"
#include "ui/widgets/snackbar.h"
#include "ui/widgets/statepanel.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse {

namespace {

constexpr std::chrono::milliseconds pollTime = 100ms;
constexpr std::chrono::milliseconds patience = 20s;
//! What a page asks for only when it is seen has come, and charts and banners have laid themselves
//! out.
constexpr int settlingPolls = 5;

bool isLoading(const QWidget &window)
{
    const QList<Ui::StatePanel *> panels = window.findChildren<Ui::StatePanel *>();
    return std::any_of(panels.cbegin(), panels.cend(), [](const Ui::StatePanel *panel) {
        return panel->isVisible() && panel->state() == Ui::StatePanel::State::Loading;
    });
}

} // namespace

Screenshots::Screenshots(WindowHost &host, Api::AdminClient &client, QStringList wanted,
                         QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_client(client)
    , m_wanted(std::move(wanted))
{
    m_poll.setInterval(pollTime);
    connect(&m_poll, &QTimer::timeout, this, &Screenshots::attempt);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { Q_EMIT done(u"the page %1 did not become ready"_s.arg(m_page)); });
    m_patience.start(patience);
    connect(&host, &WindowHost::rebuilt, this, [this] { // the page is not on it yet
        if (!m_page.isEmpty())
            show();
    });
    connect(&client, &Api::AdminClient::stateChanged, this, [this](Api::AdminClient::State state) {
        if (state == Api::AdminClient::State::Connected && m_page.isEmpty())
            next();
    });
}

void Screenshots::next()
{
    m_poll.stop();
    m_patience.stop();
    if (m_wanted.isEmpty()) {
        Q_EMIT done({});
        return;
    }
    const QString entry = m_wanted.takeFirst();
    m_page = entry.section(u'=', 0, 0);
    m_file = entry.section(u'=', 1);
    if (m_file.isEmpty()) {
        Q_EMIT done(u"--screenshot takes NAME=FILE.png, not %1"_s.arg(entry));
        return;
    }
    show();
    m_polls = 0;
    m_poll.start();
    m_patience.start(patience);
}

void Screenshots::show()
{
    m_scene = sceneOf(m_page);
    const QString page = m_scene ? m_scene->page : m_page.section(u'/', 0, 0);
    const QString object = m_scene ? m_scene->object : m_page.section(u'/', 1);
    if (m_page == "wizard"_L1)
        m_host.window().openWizard();
    else if (!object.isEmpty())
        m_host.window().showObject(page, object);
    else
        m_host.window().showPage(page);
}

//! The dialog or menu in front, else the window.
QWidget *Screenshots::shown() const
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    for (QDialog *dialog : m_host.window().findChildren<QDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return &m_host.window();
}

void Screenshots::attempt()
{
    if (m_scene
        && (!Ui::isReady(m_host.window())
            || (m_scene->open && !m_scene->open(m_host.window(), m_client))))
        return;
    m_scene = nullptr; // open
    if (!Ui::isReady(m_host.window()) || isLoading(m_host.window()) || ++m_polls < settlingPolls
        || !Ui::grabWindow(*shown(), m_file))
        return;
    for (Ui::Snackbar *told : m_host.window().findChildren<Ui::Snackbar *>())
        told->hide(); // of this scene, not of the next
    while (QWidget *dialog = shown() == &m_host.window() ? nullptr : shown()) {
        dialog->hide();
        dialog->deleteLater();
    }
    next();
}

} // namespace Gatehouse
