// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class Banner;

//! Someone else saved first: who and when, and the three ways on.
class ConflictBanner : public QWidget
{
    Q_OBJECT

public:
    //! Its parts are named "\a name.mineButton" …, the banner itself "\a bannerName".
    ConflictBanner(const QString &name, const QString &bannerName, QWidget *parent = nullptr);

    //! \a title: "Changed by m.ortiz, 2 min ago."; \a detail: what that means for the change here;
    //! \a difference: what they changed, a sentence each.
    void setText(const QString &title, const QString &detail, const QStringList &difference);
    void hideDifference();

Q_SIGNALS:
    void mineChosen();
    void theirsChosen();

private:
    Banner *m_banner;
    QPushButton *m_show;
    QLabel *m_difference;
};

} // namespace Gatehouse::Ui
