// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

#include <array>

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

    //! The groups from top to bottom; a caption appears with a group's first page.
    enum class Section { Watch, SetUp, Tools, Bottom };

    void addPage(const QString &id, const QString &iconName, const QString &title, Section section);
    void setCurrent(const QString &id);
    void setBadge(const QString &id, int count);
    void setUnsaved(const QString &id, bool unsaved);
    //! A group without pages loses its caption.
    void setPageShown(const QString &id, bool shown);
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }
    GatewayCard &gatewayCard() { return *m_gateway; }

Q_SIGNALS:
    void pageChosen(const QString &id);

private:
    void addCaption(QVBoxLayout *group, const QString &text);
    void showCaptions();
    //! Tab goes from top to bottom, whatever the order in which pages came.
    void orderTabs();

    QVBoxLayout *m_layout;
    std::array<QVBoxLayout *, 4> m_sections; //!< by Section
    QList<QLabel *> m_captions;
    QWidget *m_mark;
    QLabel *m_brand;
    GatewayCard *m_gateway;
    QHash<QString, NavButton *> m_pages;
    bool m_folded = false;
};

} // namespace Gatehouse::Ui
