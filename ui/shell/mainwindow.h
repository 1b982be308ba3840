// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "core/base/clock.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/joblist.h"
#include "ui/models/noticelog.h"
#include "ui/models/providertrouble.h"
#include "ui/models/seriescolours.h"
#include "ui/models/statusmodel.h"
#include "ui/shell/navigation.h"
#include "ui/shell/pageentry.h"
#include "ui/shell/windowdialogs.h"
#include "ui/shell/windowshape.h"

#include <QtWidgets/QMainWindow>

#include <functional>

class QDialog;

namespace Gatehouse::Ui {

class BannerArea;
class GatewaySwitch;
class PageDeck;
class PaletteCatalogue;
class Rights;
class Preferences;
class Sidebar;
class Snackbar;
class TopBar;
class Undo;
class UpdateCheck;
class WindowActions;

//! How the window gets to sample data and back; empty where that cannot be done.
struct SampleDataActions {
    std::function<void()> show = {};
    std::function<void()> remove = {};
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
    const QList<PageEntry> &pages() const;
    //! A number beside the page's name in the sidebar; none at 0.
    void setBadge(const QString &id, int count);
    bool hasPage(const QString &id) const;
    //! The name of the action that opens the page \a id.
    static QString actionOf(const QString &id);
    //! Makes setup reachable from the top bar, the Overview and the palette.
    void setWizard(WizardFactory factory);
    //! Lets setup offer sample data, and the banner over sample data remove it.
    void setSampleDataActions(SampleDataActions actions);
    const SampleDataActions &sampleDataActions() const { return m_sampleData; }
    //! A page is made when it is first seen, not while the window is hidden.
    void showPage(const QString &id, const QString &filter = {})
    {
        m_navigation->showPage(id, filter);
    }
    //! The parent of pages: one that is moved there when it is complete is styled twice.
    QWidget &pageDeck() const;
    //! Makes a page that was not seen yet, without showing it.
    void makePage(const QString &id);
    //! Shows the page and on it the object \a object.
    void showObject(const QString &id, const QString &object)
    {
        m_navigation->showObject(id, object);
    }
    QString currentPage() const { return m_navigation->page(); }
    QString currentFilter() const { return m_navigation->filter(); }
    StatusModel &status() { return m_status; }
    //! The one copy of the configuration, with its undo, for all pages.
    ConfigurationModel &configuration() { return m_configuration; }
    const Rights &rights() const { return *m_rights; }
    Preferences &preferences() { return m_preferences; }
    //! Long work of any page; its progress stands at the foot of the window.
    JobList &jobs() { return m_jobs; }
    //! What the desktop told of while the window was not in front.
    NoticeLog &notices() { return m_notices; }
    WindowActions &windowActions() const { return *m_actions; }
    //! A short message over the lower edge; with Undo when a change was saved.
    Snackbar &snackbar() { return *m_snackbar; }
    //! Says what was done with Undo beside it, for what is no revision of the configuration: keys.
    //! Undo and Ctrl+Z call \a undo, until something else is done; an empty one offers none.
    void offerUndo(const QString &text, std::function<void()> undo);
    const Clock &clock() const { return m_clock; }
    void pauseProvider(const QString &id, const QString &name, bool pause);
    //! The page of what an event is about, or else the requests that concern it.
    void showEventObject(const QString &kind, const QString &object);
    //! The same for all pages.
    SeriesColours &seriesColours() { return m_seriesColours; }
    //! Makes other gateways reachable: Ctrl+G, the sidebar, setup. \a gateways outlives the window.
    void setGateways(GatewaySwitch &gateways);
    GatewaySwitch *gateways() const { return m_gateways; }
    UpdateCheck &updates() { return *m_updates; }
    //! Some page has edits that are not saved.
    bool isDirty() const;
    //! Runs \a go once no page has unsaved edits, at once or after the person's answers.
    void leaveAll(const std::function<void()> &go);
    //! Asked when the window is being closed; it stays open when the answer is false.
    void setCloseGuard(std::function<bool()> guard) { m_closeGuard = std::move(guard); }
    void setVisible(bool visible) override;

public Q_SLOTS:
    void openWizard();
    void openGateways();
    //! The label of the gateway that is shown, an index of the series colours; none below 0.
    void showGatewayColour(int colour, const QString &gateway);
    void openPalette() { WindowDialogs::openPalette(*this, *m_catalogue); }
    void openHelp(const QString &topic) { WindowDialogs::openHelp(*this, topic); }
    void openShortcuts() { WindowDialogs::openShortcuts(*this); }
    //! Asks for a range of time of one's own.
    void openRangeDialog();
    void goBack() { m_navigation->step(-1); }
    void goForward() { m_navigation->step(1); }
    void refreshPage();
    void toggleGateway();
    //! A question comes before the gateway is stopped.
    bool asksBeforeStop() const;
    void toggleSidebar() { m_shape->toggleSidebar(); }
    void undo();
    //! Asks about unsaved edits before quitRequested().
    void requestQuit()
    {
        leaveAll([this] { Q_EMIT quitRequested(); });
    }
    //! Marks the pages with unsaved edits in the sidebar.
    void showDrafts();
    void runPrimaryAction();
    void focusFilter();
    //! The next (1) or previous (-1) of sidebar, top bar, banners and content.
    void focusNextArea(int step);
    //! Larger (1), smaller (-1) or normal (0) text.
    void changeTextSize(int step);
    void setMenuBarShown(bool shown);
    //! Asks a gateway that does not answer at once instead of after the next pause.
    void reconnect() { m_client.start(); }
    //! Size, place and sidebar as at the first start.
    void resetWindow() { m_shape->reset(); }
    //! Gives the shown page the keys as they are chosen now.
    void applyKeys();

Q_SIGNALS:
    //! Setup was closed, finished or not.
    void setupLeft();
    //! Sample data or other gateways can be had, or no longer.
    void offersChanged();
    void quitRequested();
    //! Another language was chosen and is in the preferences: "de", "zh_CN"; empty: the system's.
    void languageChosen(const QString &language);
    void testNotificationRequested();
    void trayStyleChosen();
    //! Amounts or numbers are written in another way from now on; what is shown is not yet.
    void formatChanged();
    //! A question waits in the window, which may be hidden.
    void attentionNeeded();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildFrame();
    void connectParts();
    void followRights();
    void setRange(const QString &range);
    void showStatus();
    void handleBannerAction(const QString &code);
    void showTitle();

    SystemClock m_clock;
    Api::AdminClient &m_client;
    Preferences &m_preferences;
    StatusModel m_status;
    Rights *m_rights = nullptr;
    ConfigurationModel m_configuration;
    ProviderTrouble m_trouble;
    JobList m_jobs;
    NoticeLog m_notices;
    SeriesColours m_seriesColours;
    WindowActions *m_actions;
    PaletteCatalogue *m_catalogue;
    Sidebar *m_sidebar;
    TopBar *m_topBar;
    BannerArea *m_banners;
    PageDeck *m_pages;
    WindowShape *m_shape;
    Navigation *m_navigation;
    UpdateCheck *m_updates;
    Snackbar *m_snackbar = nullptr;
    Undo *m_undo = nullptr;
    GatewaySwitch *m_gateways = nullptr;
    WizardFactory m_wizard;
    std::function<bool()> m_closeGuard;
    SampleDataActions m_sampleData;
};

} // namespace Gatehouse::Ui
