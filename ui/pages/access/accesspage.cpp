// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/accesspage.h"

#include "ui/models/keysmodel.h"
#include "ui/pages/access/keyspane.h"
#include "ui/pages/access/peoplepane.h"
#include "ui/pages/access/teamspane.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int pageMargin = 24;
constexpr int pageBottom = 18;

//! Asked before the widgets are made: the gateway works meanwhile.
KeysModel *askedKeys(Api::AdminClient &client, const Clock &clock, QObject *parent)
{
    auto *keys = new KeysModel(client, clock, parent);
    keys->refresh();
    return keys;
}

} // namespace

AccessPage::AccessPage(Api::AdminClient &client, ConfigurationModel &configuration,
                       StatusModel &status, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_keys(askedKeys(client, clock, this))
    , m_tabs(new QTabWidget(this))
    , m_keysPane(new KeysPane(client, *m_keys, configuration, status, this))
    , m_teamsPane(new TeamsPane(
          client, clock, configuration, *m_keys, [this] { return m_keysPane->names(); }, this))
    , m_peoplePane(new PeoplePane(client, this))
{
    setObjectName(u"page.access"_s);
    setAccessibleName(tr("Keys & Teams"));
    m_tabs->setObjectName(u"access.tabs"_s);
    m_tabs->setAccessibleName(tr("Keys, teams or people"));
    m_tabs->addTab(m_keysPane, tr("Keys"));
    m_tabs->addTab(m_teamsPane, tr("Teams"));
    m_tabs->addTab(m_peoplePane, tr("People & roles").replace(u'&', u"&&"_s));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, 0, pageMargin, pageBottom);
    layout->addWidget(m_tabs);
    connect(m_keysPane, &KeysPane::requestsRequested, this, &AccessPage::openRequests);
    connect(m_teamsPane, &TeamsPane::openRequests, this, &AccessPage::openRequests);
    connect(m_keysPane, &KeysPane::undoOffered, this, &AccessPage::undoOffered);
    connect(m_keys, &KeysModel::changed, this, [this] {
        const bool first = !m_ready && (m_keys->hasData() || !m_keys->problem().isEmpty());
        if (!first)
            return;
        m_ready = true;
        Q_EMIT readyChanged();
    });
}

AccessPage::~AccessPage() = default;

void AccessPage::createNew()
{
    if (m_tabs->currentWidget() == m_teamsPane)
        m_teamsPane->newTeam();
    else if (m_tabs->currentWidget() == m_peoplePane)
        m_peoplePane->newPerson();
    else
        m_keysPane->newKey();
}

void AccessPage::openPeople()
{
    m_tabs->setCurrentWidget(m_peoplePane);
}

void AccessPage::openKey(const QString &id)
{
    m_tabs->setCurrentWidget(m_keysPane);
    m_keysPane->openKey(id);
}

void AccessPage::refresh()
{
    m_keys->refresh();
    m_keysPane->refreshNames();
    if (m_peoplePane->isVisible())
        m_peoplePane->refresh();
}

void AccessPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !m_keysPane->isVisible() || !m_keysPane->escape())
        QWidget::keyPressEvent(event);
}

void AccessPage::showEvent(QShowEvent *event)
{
    m_keys->setActive(true);
    QWidget::showEvent(event);
}

void AccessPage::hideEvent(QHideEvent *event)
{
    m_keys->setActive(false);
    QWidget::hideEvent(event);
}

} // namespace Gatehouse::Ui
