// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/base/clock.h"
#include "ui/models/statusmodel.h"

#include <QtWidgets/QMainWindow>

#include <functional>

class QDialog;
class QStackedWidget;

namespace Gatehouse::Ui {

class BannerArea;
class OverviewPage;
class Preferences;
class SeriesColours;
class Sidebar;
class TopBar;

//! One page of the window. Only pages that work are added, so the sidebar shows no others.
struct PageEntry {
    enum class Place { Watch, Bottom };

    QString id; //!< "requests"; the widget is named "page.requests"
    QString title;
    QString iconName;
    Place place = Place::Watch;
    QWidget *page = nullptr;
    std::function<void()> refresh = {};
    //! Shows the rows of a filter; none when the page has no filter.
    std::function<void(const QString &)> setFilter = {};
    //! Takes part in the shared range of time.
    std::function<void(const QString &)> setRange = {};
};

//! The window: sidebar, top bar, banners and the pages.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using WizardFactory = std::function<QDialog *(QWidget *parent)>;

    //! \a preferences must outlive the window.
    MainWindow(Api::AdminClient &client, Preferences &preferences, QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Sections come in the order of PageEntry::Place, pages in the order they are added.
    void addPage(PageEntry entry);
    //! Makes setup reachable from the top bar, the Overview and the palette.
    void setWizard(WizardFactory factory);
    void showPage(const QString &id, const QString &filter = {});
    QString currentPage() const;
    StatusModel &status() { return m_status; }
    //! The colours the Overview gives, for other pages.
    SeriesColours &seriesColours();

public Q_SLOTS:
    void openWizard();
    void openPalette();
    void goBack();
    void goForward();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Visit {
        QString page;
        QString filter;

        bool operator==(const Visit &) const = default;
    };

    void buildFrame();
    void addOverview(Api::AdminClient &client);
    void addSettings();
    void addActions();
    QAction *addNamedAction(const QString &name, const QString &text, const QKeySequence &keys,
                            std::function<void()> run);
    void addPageAction(const PageEntry &entry);
    void display(const Visit &visit);
    void setRange(const QString &range);
    void showStatus();
    void handleBannerAction(const QString &code);
    void toggleSidebar();
    void updateFold();
    void focusNextArea(int step);
    void restoreWindow();
    const PageEntry *entry(const QString &id) const;

    SystemClock m_clock;
    Preferences &m_preferences;
    StatusModel m_status;
    Sidebar *m_sidebar;
    TopBar *m_topBar;
    BannerArea *m_banners;
    QStackedWidget *m_stack;
    OverviewPage *m_overview = nullptr;
    QList<PageEntry> m_pages;
    WizardFactory m_wizard;
    QList<Visit> m_visits;
    int m_visit = -1;
};

} // namespace Gatehouse::Ui
