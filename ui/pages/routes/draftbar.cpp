// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routes/draftbar.h"

#include "ui/models/cellsmodel.h"
#include "ui/models/routeproblems.h"
#include "ui/models/routesdraft.h"
#include "ui/widgets/card.h"
#include "ui/widgets/conflictbanner.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int mostRowsShown = 4;
constexpr int rowHeight = 32;

QString placeName(const ProblemPlace &place, const QString &path)
{
    if (place.route.isEmpty())
        return path;
    static const QRegularExpression target(u"^targets\\[(\\d+)\\]"_s);
    const auto match = target.match(place.field);
    return match.hasMatch()
        ? DraftBar::tr("%1, target %2").arg(place.route).arg(match.captured(1).toInt() + 1)
        : place.route;
}

} // namespace

DraftBar::DraftBar(RoutesDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_conflict(new ConflictBanner(u"routes.conflict"_s, u"routes.conflictBanner"_s, this))
    , m_findings(new CellsModel({{u"severity"_s, tr("Severity"), CellKind::Pill},
                                 {u"place"_s, tr("Place"), CellKind::Strong},
                                 {u"message"_s, tr("Problem"), CellKind::Text}},
                                this))
    , m_problems(new TableView(this))
    , m_text(makeLabel({}, u"strong"_s, this))
    , m_result(makeLabel({}, u"muted"_s, this))
    , m_discard(makeButton(tr("Discard draft"), u"ghost"_s, u"routes.discardButton"_s, this))
    , m_check(makeButton(tr("Check"), {}, u"routes.checkButton"_s, this))
    , m_publish(makeButton(tr("Publish…"), u"primary"_s, u"routes.publishButton"_s, this))
{
    m_text->setObjectName(u"routes.draftLabel"_s);
    m_result->setObjectName(u"routes.checkLabel"_s);
    m_result->setWordWrap(true);
    m_check->setToolTip(tr("Look for problems without changing anything (Ctrl+Enter)"));
    m_publish->setToolTip(tr("Bring the draft into force (Ctrl+Shift+Enter)"));
    m_problems->setObjectName(u"routes.problemsList"_s);
    m_problems->setAccessibleName(tr("Problems of the draft"));
    m_problems->setModel(m_findings);
    m_problems->setSelectionMode(QAbstractItemView::SingleSelection);
    m_problems->horizontalHeader()->hide();
    m_problems->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_problems->setColumnCharacters(0, 12);
    m_problems->setColumnCharacters(1, 20);
    m_problems->horizontalHeader()->setStretchLastSection(true);
    m_problems->hide();
    const auto choose = [this](const QModelIndex &index) { Q_EMIT findingChosen(index.row()); };
    connect(m_problems, &TableView::rowActivated, this, choose);
    connect(m_problems, &TableView::clicked, this, choose);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_text);
    line->addWidget(m_result, 1);
    for (QPushButton *button : {m_discard, m_check, m_publish})
        line->addWidget(button);
    auto *card = new Card(this);
    card->content()->setContentsMargins(16, 8, 12, 8);
    card->content()->setSpacing(6);
    card->content()->addWidget(m_problems);
    card->content()->addLayout(line);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_conflict);
    layout->addWidget(card);
    connect(m_discard, &QPushButton::clicked, this, &DraftBar::discardRequested);
    connect(m_check, &QPushButton::clicked, this, &DraftBar::checkRequested);
    connect(m_publish, &QPushButton::clicked, this, &DraftBar::publishRequested);
    connect(&draft, &RoutesDraft::changed, this, &DraftBar::showDraft);
    connect(&draft, &RoutesDraft::conflictingChanged, this, &DraftBar::showDraft);
    connect(m_conflict, &ConflictBanner::mineChosen, &draft, &RoutesDraft::applyMineAgain);
    connect(m_conflict, &ConflictBanner::theirsChosen, &draft, &RoutesDraft::takeTheirs);
    showDraft();
}

void DraftBar::showDraft()
{
    const int changes = m_draft.changeCount();
    m_text->setText(changes == 0 ? tr("No changes") : tr("Draft: %n changes", nullptr, changes));
    const bool conflicting = m_draft.isConflicting();
    m_conflict->setVisible(conflicting);
    if (!conflicting)
        m_conflict->hideDifference();
    m_discard->setEnabled(changes > 0 && !m_busy);
    m_check->setEnabled(!m_busy);
    m_publish->setEnabled(changes > 0 && !m_busy && !m_locked && !conflicting);
}

void DraftBar::showFindings(const Api::Findings &findings)
{
    QList<CellsModel::Row> rows;
    for (const Api::Finding &finding : findings) {
        const bool isError = finding.severity == Api::Severity::Error;
        const ProblemPlace place = placeOf(finding, m_draft.document());
        rows.append({.id = finding.path,
                     .cells = {{.text = isError ? tr("Error") : tr("Warning"),
                                .tone = isError ? Tone::Err : Tone::Warn,
                                .icon = isError ? u"circle-x"_s : u"triangle-alert"_s},
                               {.text = placeName(place, finding.path)},
                               {.text = finding.message}}});
    }
    m_findings->setRows(rows);
    m_problems->setVisible(!rows.isEmpty());
    m_problems->setFixedHeight(int(std::min<qsizetype>(rows.size(), mostRowsShown)) * rowHeight
                               + 2);
    setStyleProperty(m_result, "tone", u"muted"_s);
    m_result->setText(rows.isEmpty() ? tr("No problems found.")
                                     : tr("%n problems found.", nullptr, int(rows.size())));
}

void DraftBar::forgetFindings()
{
    m_findings->setRows({});
    m_problems->hide();
    m_result->clear();
}

void DraftBar::showError(const QString &text)
{
    setStyleProperty(m_result, "tone", u"error"_s);
    m_result->setText(text);
}

void DraftBar::showConflict(const QString &title, const QStringList &difference)
{
    m_conflict->setText(title, tr("Your draft is based on the version before."), difference);
}

void DraftBar::setBusy(bool busy)
{
    m_busy = busy;
    showDraft();
}

void DraftBar::setLocked(bool locked)
{
    m_locked = locked;
    showDraft();
}

} // namespace Gatehouse::Ui
