// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/versionstab.h"

#include "ui/models/configurationmodel.h"
#include "ui/models/revisionsmodel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/format.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QtCore/QStringListModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int detailWidth = 320;
constexpr int summaryCharacters = 26;
constexpr int reasonCharacters = 22;

} // namespace

VersionsTab::VersionsTab(Api::AdminClient &client, ConfigurationModel &configuration,
                         QWidget *parent)
    : QWidget(parent)
    , m_configuration(configuration)
    , m_model(new RevisionsModel(client, this))
    , m_table(new TableView(this))
    , m_more(
          makeButton(tr("Show older versions"), u"link"_s, u"routes.olderVersionsButton"_s, this))
{
    m_table->setObjectName(u"routes.versionsTable"_s);
    m_table->setAccessibleName(tr("Versions of the configuration, newest first"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnText(RevisionsModel::Number, tr("%1, in force").arg(100));
    m_table->setColumnCharacters(RevisionsModel::Time, 8);
    m_table->setColumnCharacters(RevisionsModel::Who, 12);
    m_table->setColumnCharacters(RevisionsModel::Reason, reasonCharacters);
    m_table->setYielding(RevisionsModel::Summary, summaryCharacters,
                         {RevisionsModel::Time, RevisionsModel::Who, RevisionsModel::Reason});
    auto *card = new Card(this);
    card->content()->setContentsMargins(2, 4, 2, 4);
    card->content()->addWidget(m_table, 1);
    card->content()->addWidget(m_more, 0, Qt::AlignLeft);
    m_more->hide();
    auto *content = new QWidget(this);
    auto *line = new QHBoxLayout(content);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(card, 1);
    line->addWidget(makeDetail());
    m_state = new StatePanel(content, this);
    m_state->setObjectName(u"routes.versionsState"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_state);
    connect(m_state, &StatePanel::retryRequested, this, &VersionsTab::refresh);
    connect(m_more, &QPushButton::clicked, m_model, &RevisionsModel::loadMore);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &VersionsTab::showSelected);
    connect(m_model, &RevisionsModel::loaded, this, [this] {
        m_more->setVisible(m_model->hasMore());
        m_state->setState(StatePanel::State::Ready);
        if (m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, 0));
    });
    connect(m_model, &RevisionsModel::failed, this, [this](const QString &detail) {
        m_state->setError(tr("The versions could not be read."), detail);
        m_state->setState(StatePanel::State::Error);
    });
    connect(m_model, &RevisionsModel::differenceRead, this, &VersionsTab::showDifference);
    connect(&configuration, &ConfigurationModel::changed, this, [this] {
        m_model->setCurrent(m_configuration.revision());
        if (isVisible())
            refresh();
    });
}

QWidget *VersionsTab::makeDetail()
{
    auto *card = new Card(this);
    card->setFixedWidth(textScaled(detailWidth));
    m_title = makeLabel({}, u"title"_s, card);
    m_story = makeLabel({}, u"muted"_s, card);
    m_story->setObjectName(u"routes.versionStoryLabel"_s);
    m_story->setWordWrap(true);
    m_hint = makeLabel({}, u"strong"_s, card);
    m_hint->setWordWrap(true);
    m_difference = new QStringListModel(card);
    auto *list = new QListView(card);
    list->setObjectName(u"routes.versionDifferenceList"_s);
    list->setAccessibleName(tr("Difference to the version in force"));
    list->setModel(m_difference);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setWordWrap(true);
    list->setTextElideMode(Qt::ElideNone);
    list->setResizeMode(QListView::Adjust);
    list->setSpacing(3);
    m_restore =
        makeButton(tr("Restore this version"), u"primary"_s, u"routes.restoreButton"_s, card);
    m_error = makeLabel({}, u"error"_s, card);
    m_error->setWordWrap(true);
    m_error->hide();
    card->content()->addWidget(m_title);
    card->content()->addWidget(m_story);
    card->content()->addWidget(m_hint);
    card->content()->addWidget(list, 1);
    card->content()->addWidget(m_error);
    card->content()->addWidget(m_restore, 0, Qt::AlignLeft);
    connect(m_restore, &QPushButton::clicked, this, &VersionsTab::restore);
    return card;
}

void VersionsTab::refresh()
{
    m_model->setCurrent(m_configuration.revision());
    m_model->refresh();
}

void VersionsTab::setLocked(bool locked)
{
    m_locked = locked;
    showSelected();
}

qint64 VersionsTab::selected() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->revision(index.row()).number : -1;
}

void VersionsTab::showSelected()
{
    const qint64 number = selected();
    const bool isCurrent = number == m_model->current();
    m_error->hide();
    m_restore->setEnabled(number >= 0 && !isCurrent && !m_locked);
    m_title->setText(number < 0 ? QString() : tr("Version %1").arg(number));
    m_story->setText(number < 0 ? QString() : storyOf(m_table->currentIndex().row()));
    m_difference->setStringList({});
    m_hint->setText(isCurrent ? tr("This version is in force.") : QString());
    if (number >= 0 && !isCurrent)
        m_model->askDifference(number);
}

//! Who made it, when, what it changed and why.
QString VersionsTab::storyOf(int row) const
{
    const RevisionRow &revision = m_model->revision(row);
    const QString when = Format::moment(revision.time);
    QStringList lines{tr("%1, %2").arg(revision.who, when)};
    for (const QString &line : {revision.summary, revision.reason})
        if (!line.isEmpty())
            lines.append(line);
    return lines.join(u'\n');
}

void VersionsTab::showDifference(qint64 number, const QStringList &sentences)
{
    if (number != selected())
        return;
    m_hint->setText(sentences.isEmpty() ? tr("It is equal to the version in force.")
                                        : tr("What has changed since:"));
    m_difference->setStringList(sentences);
}

void VersionsTab::restore()
{
    const qint64 number = selected();
    m_restore->setEnabled(false);
    m_configuration.change("POST", u"/revisions/%1/restore"_s.arg(number), {},
                           tr("Restored version %1").arg(number), this,
                           [this](const std::optional<Refusal> &refusal) {
                               if (!refusal)
                                   return; // the new version comes with the refresh
                               m_error->setText(refusal->error.detail);
                               m_error->show();
                               m_restore->setEnabled(true);
                           });
}

} // namespace Gatehouse::Ui
