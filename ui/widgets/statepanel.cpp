// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statepanel.h"

#include "ui/widgets/emptystate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/skeleton.h"

#include <QtCore/QTimer>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Gatehouse::Ui {

namespace {

constexpr auto skeletonDelay = 200ms;

} // namespace

StatePanel::StatePanel(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_pages(new QVBoxLayout)
    , m_content(content)
    , m_blank(new QWidget(this))
    , m_skeleton(new Skeleton(this))
    , m_error(new EmptyState(u"circle-alert"_s, {}, {}, this))
    , m_notice(makeLabel({}, u"caption"_s, this))
    , m_skeletonDelay(new QTimer(this))
{
    for (QWidget *page : {m_content, m_blank, m_skeleton, static_cast<QWidget *>(m_error)})
        m_pages->addWidget(page);
    QPushButton *retry = m_error->addAction(tr("Try again"), u"statePanel.retryButton"_s);
    connect(retry, &QPushButton::clicked, this, &StatePanel::retryRequested);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_notice);
    layout->addLayout(m_pages, 1);
    m_skeletonDelay->setSingleShot(true);
    m_skeletonDelay->setInterval(skeletonDelay);
    connect(m_skeletonDelay, &QTimer::timeout, this, &StatePanel::showCurrent);
    m_notice->hide();
    raisePage(m_blank);
    m_skeletonDelay->start();
}

void StatePanel::setSkeleton(QWidget *skeleton)
{
    m_pages->removeWidget(m_skeleton);
    m_skeleton->deleteLater();
    m_skeleton = skeleton;
    m_pages->addWidget(skeleton);
    skeleton->hide();
}

void StatePanel::setEmpty(QWidget *empty)
{
    m_empty = empty;
    m_pages->addWidget(empty);
    empty->hide();
}

void StatePanel::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    m_skeletonDelay->stop();
    if (state == State::Loading) {
        raisePage(m_blank);
        m_skeletonDelay->start();
        m_notice->hide();
        return;
    }
    showCurrent();
}

void StatePanel::setError(const QString &title, const QString &text)
{
    m_error->setTitle(title);
    m_error->setText(text);
}

void StatePanel::setNotice(const QString &text)
{
    m_notice->setText(text);
}

void StatePanel::showCurrent()
{
    m_notice->setVisible(m_state == State::Partial || m_state == State::Stale);
    switch (m_state) {
    case State::Loading:
        raisePage(m_skeleton);
        break;
    case State::Empty:
        raisePage(m_empty ? m_empty : m_content);
        break;
    case State::Error:
        raisePage(m_error);
        break;
    case State::Partial:
    case State::Stale:
    case State::Ready:
        raisePage(m_content);
        break;
    }
}

void StatePanel::raisePage(QWidget *page)
{
    for (int i = 0; i < m_pages->count(); ++i)
        m_pages->itemAt(i)->widget()->setVisible(m_pages->itemAt(i)->widget() == page);
}

} // namespace Gatehouse::Ui
