// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;
class QTimer;

namespace Gatehouse::Ui {

class EmptyState;

//! The six drawn states of a page or card around its content. Loading waits 200 ms before it shows
//! its skeleton; Partial and Stale keep the content and say so in a line above it.
class StatePanel : public QWidget
{
    Q_OBJECT

public:
    enum class State { Loading, Empty, Error, Partial, Stale, Ready };
    Q_ENUM(State)

    explicit StatePanel(QWidget *content, QWidget *parent = nullptr);

    //! Shown while loading; rows of a table when not set.
    void setSkeleton(QWidget *skeleton);
    //! Shown in State::Empty.
    void setEmpty(QWidget *empty);
    State state() const { return m_state; }
    void setState(State state);
    //! What went wrong and what to do; with a Retry button.
    void setError(const QString &title, const QString &text);
    //! "2 of 3 nodes answered", "As of 14:02".
    void setNotice(const QString &text);

Q_SIGNALS:
    void retryRequested();

private:
    void showCurrent();
    //! Only the shown page counts for the size of the panel.
    void raisePage(QWidget *page);

    State m_state = State::Loading;
    QVBoxLayout *m_pages;
    QWidget *m_content;
    QWidget *m_blank;
    QWidget *m_skeleton;
    QWidget *m_empty = nullptr;
    EmptyState *m_error;
    QLabel *m_notice;
    QTimer *m_skeletonDelay;
};

} // namespace Gatehouse::Ui
