// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>

namespace Gatehouse::Ui {

//! An item of the sidebar: icon, text, badge. Folded it shows the icon alone, its text as tooltip.
class NavButton : public QAbstractButton
{
    Q_OBJECT

public:
    NavButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);

    void setBadge(int count);
    //! A dot: something on the page is not saved.
    void setUnsaved(bool unsaved);
    void setFolded(bool folded);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateName();
    void paintDot(QPainter &painter, QPointF centre, const QColor &fill) const;

    QString m_iconName;
    int m_badge = 0;
    bool m_unsaved = false;
    bool m_folded = false;
};

} // namespace Gatehouse::Ui
