// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/requests/requestheader.h"

#include "ui/pages/requests/requestactions.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/plaintextlabel.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

Tone toneOf(const RequestRow &row)
{
    if (row.running)
        return Tone::Accent;
    return row.outcome == "cancelled"_L1 ? Tone::Neutral
        : row.status >= 500              ? Tone::Err
        : row.status >= 400              ? Tone::Warn
                                         : Tone::Ok;
}

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return u"check"_s;
    case Tone::Warn:
        return u"triangle-alert"_s;
    case Tone::Err:
        return u"circle-x"_s;
    case Tone::Neutral:
        return u"circle-slash"_s;
    case Tone::Accent:
    case Tone::Info:
        break;
    }
    return u"loader-circle"_s;
}

QMenu *addMenu(QToolButton &button)
{
    auto *menu = new QMenu(&button);
    button.setMenu(menu);
    button.setPopupMode(QToolButton::InstantPopup);
    return menu;
}

} // namespace

RequestHeader::RequestHeader(QWidget *parent)
    : QWidget(parent)
    , m_status(new Pill(this))
    , m_title(makeLabel({}, u"title"_s, this))
    , m_id(new PlainTextLabel({}, u"caption"_s, this))
    , m_copyId(new CopyButton(tr("Copy request id"), this))
    , m_copyCurl(new CopyButton(tr("Copy as curl"), this))
    , m_filterButton(makeIconButton(u"funnel"_s, tr("Filter by this request"),
                                    u"requests.detail.filterButton"_s, this))
    , m_cancel(
          makeButton(tr("Cancel request"), u"danger"_s, u"requests.detail.cancelButton"_s, this))
    , m_replay(makeButton(tr("Replay with…"), {}, u"requests.detail.replayButton"_s, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(4);
    layout->addLayout(makeTop());
    layout->addLayout(makeIdLine());
    layout->addLayout(makeActions());
}

QLayout *RequestHeader::makeTop()
{
    QMenu *filterMenu = addMenu(*m_filterButton);
    connect(filterMenu, &QMenu::aboutToShow, this, [this, filterMenu] {
        filterMenu->clear();
        addFilterActions(filterMenu, m_row,
                         [this](const QString &word) { Q_EMIT filterRequested(word); });
    });
    QToolButton *previous = makeIconButton(u"chevron-up"_s, tr("Previous request (K)"),
                                           u"requests.detail.previousButton"_s, this);
    QToolButton *next = makeIconButton(u"chevron-down"_s, tr("Next request (J)"),
                                       u"requests.detail.nextButton"_s, this);
    QToolButton *close =
        makeIconButton(u"x"_s, tr("Close details (Esc)"), u"requests.detail.closeButton"_s, this);
    connect(previous, &QToolButton::clicked, this, &RequestHeader::previousRequested);
    connect(next, &QToolButton::clicked, this, &RequestHeader::nextRequested);
    connect(close, &QToolButton::clicked, this, &RequestHeader::closed);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_status);
    top->addWidget(m_title);
    top->addStretch(1);
    for (QWidget *button : QWidgetList{m_filterButton, previous, next, close})
        top->addWidget(button);
    return top;
}

QLayout *RequestHeader::makeIdLine()
{
    m_copyId->setObjectName(u"requests.detail.copyIdButton"_s);
    m_copyCurl->setObjectName(u"requests.detail.copyCurlButton"_s);
    m_copyCurl->setText(tr("curl"));
    m_copyCurl->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copyCurl->setIconSize({20, 15}); // wider than the glyph: the gap to the text
    m_copyCurl->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Minimum);
    m_id->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the buttons come first
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_id, 1);
    line->addWidget(m_copyId);
    line->addWidget(m_copyCurl);
    return line;
}

QLayout *RequestHeader::makeActions()
{
    QToolButton *more =
        makeIconButton(u"ellipsis"_s, tr("More actions"), u"requests.detail.moreButton"_s, this);
    QMenu *menu = addMenu(*more);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMore(menu); });
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        Q_EMIT cancelRequested(m_row.id);
    });
    connect(m_replay, &QPushButton::clicked, this, &RequestHeader::replayRequested);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_replay);
    line->addWidget(m_cancel);
    line->addWidget(more);
    line->addStretch(1);
    return line;
}

void RequestHeader::fillMore(QMenu *menu)
{
    menu->clear();
    const auto add = [menu](const QString &name, const QString &text, auto run) {
        QAction *action = menu->addAction(QString(text).replace(u'&', u"&&"_s));
        action->setObjectName(name);
        connect(action, &QAction::triggered, menu, run);
    };
    if (!m_row.running)
        add(u"action.explainRequest"_s, tr("Explain with current policy"),
            [this] { Q_EMIT explainRequested(); });
    if (const QString scope = alertScope(m_row); !scope.isEmpty())
        add(u"action.addAlert"_s, tr("Add an alert for %1…").arg(scope.section(u':', 1)),
            [this, scope] { Q_EMIT alertRequested(scope); });
    if (const QString object = auditObject(m_row); !object.isEmpty())
        add(u"action.showInAudit"_s, tr("Show changes of %1").arg(object),
            [this, object] { Q_EMIT auditRequested(object); });
}

void RequestHeader::showRequest(const RequestRow &row, bool isRecorded)
{
    m_row = row;
    const Tone tone = toneOf(row);
    m_status->setState(row.running ? tr("Running") : QString::number(row.status), tone,
                       iconOf(tone));
    m_title->setText(row.running ? tr("Running") : outcomeText(row.outcome));
    m_id->setFullText(row.id);
    m_copyId->setCopyText(row.id);
    m_copyCurl->setCopyText(curlCommand(row, m_baseUrl));
    m_cancel->setVisible(row.running);
    m_cancel->setEnabled(true);
    m_filterButton->setEnabled(!filterChoices(row).isEmpty());
    m_replay->setVisible(!row.running);
    m_replay->setEnabled(isRecorded);
    m_replay->setToolTip(
        isRecorded
            ? tr("Send the recorded request again, to the same model or another one.")
            : tr("Only a recorded request can be sent again, and the body of this one was not "
                 "recorded. Record bodies… records the next ones."));
}

} // namespace Gatehouse::Ui
