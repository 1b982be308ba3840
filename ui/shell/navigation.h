// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/visits.h"

#include <QtCore/QObject>

#include <functional>

class QWidget;

namespace Gatehouse::Ui {

class BannerArea;
class PageDeck;
class Preferences;
class Sidebar;
class TopBar;

//! The way from page to page: which is shown with what filter, and which were before. A page with
//! unsaved edits is asked before it is left.
class Navigation : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        QWidget &window;
        PageDeck &pages;
        Sidebar &sidebar;
        TopBar &topBar;
        BannerArea &banners;
        Preferences &preferences;
    };

    explicit Navigation(const Parts &parts, QObject *parent = nullptr);

    QString page() const { return m_visits.current().page; }
    QString filter() const { return m_visits.current().filter; }
    void showPage(const QString &id, const QString &filter);
    void showObject(const QString &id, const QString &object);
    //! Back when negative.
    void step(int steps);
    //! Pages that watch offer to connect an app.
    void setConnectOffered(bool offered);
    //! Makes the current page when need be and puts it in front: the window comes into view.
    void bringCurrent();

Q_SIGNALS:
    //! page() and filter() are others now.
    void changed();
    //! The current page is in front.
    void brought();

private:
    //! Leaves the page that is shown, runs \a change of the visits and shows what is current then.
    void visit(const Visit &visit, const std::function<void()> &change);
    void display(const Visit &visit);

    Parts m_parts;
    Visits m_visits;
    bool m_offersConnect = false;
};

} // namespace Gatehouse::Ui
