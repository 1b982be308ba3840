// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/routefacts.h"
#include "ui/pages/routes/draftflow.h"

#include <QtWidgets/QWidget>

#include <functional>

class QLabel;
class QBoxLayout;
class QScrollArea;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace Gatehouse::Ui {

class Card;
class ConfigurationModel;
class DraftBar;
class EmptyState;
class ExplainTab;
class PlainTextLabel;
class RouteArranger;
class RouteEditor;
class RouteList;
class RoutesModel;
class RouteView;
class SeriesColours;
class StatePanel;
class StatusModel;
class TrafficCard;
class VersionsTab;

//! Which names clients can ask for and where their requests go. Edits make a draft; it is checked
//! and published as one version of the configuration.
class RoutesPage : public QWidget
{
    Q_OBJECT
    //! True after the routes, or the reason why there are none, are shown.
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)

public:
    RoutesPage(Api::AdminClient &client, ConfigurationModel &configuration, StatusModel &status,
               SeriesColours &colours, QWidget *parent = nullptr);

    bool isReady() const { return m_ready; }
    //! Routes differ from those in force and are not published.
    bool hasDraft() const;
    //! Runs \a go at once, or after the person has discarded the draft; publishing it stays.
    void leave(std::function<void()> go);

public Q_SLOTS:
    void refresh();
    //! Takes what \a wanted changes into the draft.
    void takeDraft(const Api::Document &wanted);
    //! Adds a route to the draft and edits it.
    void newRoute();
    //! A route or a "provider/model".
    void openRoute(const QString &id);

Q_SIGNALS:
    void readyChanged();
    //! hasDraft() may be another now.
    void draftChanged();
    //! The page must come to the front: the draft is about to be published.
    void attentionNeeded();
    //! Show the rows of a filter.
    void openRequests(const QString &filter);
    //! Said of a change in the diagram; \a undo takes it back from the draft.
    void undoOffered(const QString &text, const std::function<void()> &undo);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Tab { RoutesTab, VersionsTabIndex, ExplainTabIndex };

    QWidget *makeRoutes();
    void addDraftBar();
    QWidget *makeDetail();
    QWidget *makeDirect();
    EmptyState *makeEmpty();
    void connectModels();
    void addShortcuts();

    void fitPanes();
    void setStacked(bool stacked);
    void showContent();
    void showState();
    void showDetail();
    void showLock();
    void showTab(int tab);
    void addRoute(const QString &id, const Api::RouteTarget &target);
    //! Takes a change made in the diagram into the draft.
    void rearrange(const Api::Route &changed, const QString &sentence);
    void duplicateRoute();
    void deleteRoute();
    void removeRoute();
    void check(DraftFlow::Next next);
    void explainCurrent();

    Api::AdminClient &m_client;
    ConfigurationModel &m_configuration;
    StatusModel &m_status;
    SeriesColours &m_colours;
    RoutesModel *m_model;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    StatePanel *m_state = nullptr;
    QLabel *m_reachable = nullptr;
    RouteList *m_list = nullptr;
    RouteView *m_view = nullptr;
    TrafficCard *m_traffic = nullptr;
    RouteArranger *m_arranger = nullptr;
    RouteEditor *m_editor = nullptr;
    QStackedWidget *m_inspector = nullptr;
    PlainTextLabel *m_direct = nullptr;
    Card *m_card = nullptr;
    QBoxLayout *m_panes = nullptr;
    QVBoxLayout *m_formHolder = nullptr;
    QScrollArea *m_formScroll = nullptr;
    QScrollArea *m_detail = nullptr; //!< diagram and form
    DraftBar *m_bar = nullptr;
    DraftFlow *m_flow = nullptr;
    VersionsTab *m_versions;
    ExplainTab *m_explain;
    bool m_ready = false;
};

} // namespace Gatehouse::Ui
