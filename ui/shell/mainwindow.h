// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/base/clock.h"
#include "ui/models/configurationmodel.h"
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
class Snackbar;
class TopBar;

//! One page of the window. Only pages that work are added, so the sidebar shows no others.
struct PageEntry {
    enum class Place { Watch, SetUp, Tools, Bottom };

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
    //! The page's main action, in the top bar and by Ctrl+N: "New key"; none when empty.
    QString primaryAction = {};
    std::function<void()> runPrimary = {};
    //! Shows one object of the page: a provider, a key, a route, a request.
    std::function<void(const QString &)> openObject = {};
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
    //! Shows the page and on it the object \a object.
    void showObject(const QString &id, const QString &object);
    QString currentPage() const;
    StatusModel &status() { return m_status; }
    //! The one copy of the configuration, with its undo, for all pages.
    ConfigurationModel &configuration() { return m_configuration; }
    Preferences &preferences() { return m_preferences; }
    //! A short message over the lower edge; with Undo when a change was saved.
    Snackbar &snackbar() { return *m_snackbar; }
    //! How many things of a page need attention, beside its name in the sidebar.
    void setBadge(const QString &id, int count);
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
    void connectUndo();
    void runPrimaryAction();
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
    ConfigurationModel m_configuration;
    Sidebar *m_sidebar;
    TopBar *m_topBar;
    BannerArea *m_banners;
    QStackedWidget *m_stack;
    Snackbar *m_snackbar = nullptr;
    OverviewPage *m_overview = nullptr;
    QList<PageEntry> m_pages;
    WizardFactory m_wizard;
    QList<Visit> m_visits;
    int m_visit = -1;
};

} // namespace Gatehouse::Ui
