// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/configurationmodel.h"
#include "ui/models/statusmodel.h"
#include "ui/models/upkeepmodel.h"
#include "ui/pages/settings/autostart.h"
#include "ui/pages/settings/gatewaydraft.h"

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QScrollArea;
class QStandardItemModel;

namespace Gatehouse::Ui {

class Banner;
class GatewaysSection;
class GeneralSection;
class Preferences;
class SettingsSection;
class StatePanel;
class UpdateCheck;

//! All settings: sections at the left, found by search, the chosen one at the right. What belongs
//! to this desktop is in force at once; the gateway's settings are saved together, as one revision.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    struct Parts {
        Api::AdminClient &client;
        ConfigurationModel &configuration;
        StatusModel &status;
        Preferences &preferences;
        std::function<QList<QAction *>()> actions; //!< of the window, for the list of shortcuts
        Autostart autostart{};
        UpdateCheck *updates = nullptr; //!< outlives the page; null: nothing looks for them
    };

    explicit SettingsPage(const Parts &parts, QWidget *parent = nullptr);

    //! Shows a section, "gateway", or a row of it: "gateway.portSpin".
    void openSection(const QString &id);
    struct Row {
        QString id; //!< for openSection()
        QString label;
        QString section; //!< its title
    };
    QList<Row> rows() const;
    void refresh();
    bool isReady() const;
    bool hasUnsavedChanges() const { return m_draft->isDirty(); }
    //! What General may offer about sample data; nothing when both are false.
    void offerSampleData(bool canShow, bool canRemove);
    void offerGateways();
    //! Runs \a go at once, or after the person has saved or discarded what is unsaved.
    void leave(std::function<void()> go);

Q_SIGNALS:
    //! "de", "zh_CN", "en"; empty for the system's.
    void languageChosen(const QString &language);
    void windowResetRequested();
    //! Shortcuts were chosen; what depends on them looks anew.
    void keysChanged();
    void menuBarChosen(bool shown);
    void trayStyleChosen();
    //! Numbers are written in another way from now on.
    void numberFormatChosen();
    //! The list of gateways is wanted.
    void gatewaysRequested();
    //! The people who administrate are wanted.
    void peopleRequested();
    void testNotificationRequested();
    //! True: shows sample data; false: removes it.
    void sampleDataRequested(bool on);
    //! hasUnsavedChanges() may be another now.
    void draftChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addSections(const Parts &parts);
    void addSection(SettingsSection *section);
    QWidget *buildRail();
    QWidget *buildBody();
    QWidget *buildFooter();
    void search(const QString &text);
    void showSection(int index);
    void showState();
    void showFooter();
    void askLines();
    void showRestart();
    //! \a then comes after everything is saved.
    void save(const std::function<void()> &then = {});
    void confirmOpening(const std::function<void()> &then);
    SettingsSection *currentSection() const;

    Api::AdminClient &m_client;
    ConfigurationModel &m_configuration;
    Preferences &m_preferences;
    StatusModel &m_status;
    // Children, not members: a field that loses the focus while the page goes still writes to them.
    UpkeepModel *m_upkeep;
    GatewayDraft *m_draft;
    QHash<QString, int> m_lines; //!< of the managing file, by setting
    qint64 m_linesOf = -1;       //!< the revision they are of
    GeneralSection *m_general = nullptr;
    GatewaysSection *m_gateways = nullptr;
    QList<SettingsSection *> m_sections;
    QList<QScrollArea *> m_areas;
    int m_current = 0;
    QLineEdit *m_search;
    QStandardItemModel *m_names;
    QListView *m_list;
    QLabel *m_nothing;
    QWidget *m_body = nullptr;
    StatePanel *m_state = nullptr;
    Banner *m_restart = nullptr;
    QWidget *m_footer = nullptr;
    QLabel *m_footerText = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
};

} // namespace Gatehouse::Ui
