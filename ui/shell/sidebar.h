// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class QLabel;
class QVBoxLayout;

namespace Gatehouse::Ui {

class GatewayCard;
class NavButton;
class StatusModel;
class Switch;

//! Brand, gateway card and the pages. Only pages that exist are listed. Folds to icons.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(StatusModel &status, QWidget *parent = nullptr);

    //! \a atBottom: at the lower end, apart from the others.
    void addPage(const QString &id, const QString &iconName, const QString &title, bool atBottom);
    void setCurrent(const QString &id);
    void setBadge(const QString &id, int count);
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }
    GatewayCard &gatewayCard() { return *m_gateway; }

Q_SIGNALS:
    void pageChosen(const QString &id);

private:
    QVBoxLayout *m_layout;
    QVBoxLayout *m_upper;
    QVBoxLayout *m_lower;
    QWidget *m_mark;
    QLabel *m_brand;
    GatewayCard *m_gateway;
    QHash<QString, NavButton *> m_pages;
    QWidget *m_tabEnd; //!< the last one in the order of the Tab key
    bool m_folded = false;
};

} // namespace Gatehouse::Ui
