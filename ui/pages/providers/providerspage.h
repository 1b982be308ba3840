// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"
#include "ui/models/configurationmodel.h"
#include "ui/models/knownprovider.h"
#include "ui/models/statusmodel.h"

#include <QtWidgets/QWidget>

class QSortFilterProxyModel;
class QSplitter;

namespace Gatehouse::Ui {

class Banner;
class Card;
class EmptyState;
class ProviderEditor;
class ProvidersModel;
class SeriesColours;
class StatePanel;
class TableView;
class UnlockBanner;

//! The providers with how they do, and one of them at the right to look after.
class ProvidersPage : public QWidget
{
    Q_OBJECT
    //! True after the providers, or the reason why there are none, are shown.
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)

public:
    ProvidersPage(Api::AdminClient &client, ConfigurationModel &configuration, StatusModel &status,
                  SeriesColours &colours, QWidget *parent = nullptr);

    bool isReady() const { return m_ready; }
    bool hasUnsavedChanges() const;
    //! Runs \a go at once, or after the person has saved or discarded what is unsaved.
    void leave(std::function<void()> go);

public Q_SLOTS:
    void refresh();
    //! Opens the form for a new provider.
    void addProvider();
    //! The form of a new provider of \a kind: "azure-openai".
    void addKind(const QString &kind);
    //! Opens the provider with this id, as soon as it is known.
    void openProvider(const QString &id);

Q_SIGNALS:
    void readyChanged();
    //! hasUnsavedChanges() may be another now.
    void draftChanged();
    //! The requests of a provider: filter words.
    //! The prices of a model of a provider.
    void openPrices(const QString &model);
    void openRequests(const QString &filter);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeList();
    EmptyState *makeEmpty();
    void connectModel();
    void connectEditor();
    void addShortcuts();

    void showState();
    void showProblem(const QString &text);
    void showSummary();
    void lookForServers();
    void addFound();

    //! The provider whose row is current, empty when there is none.
    QString currentId() const;
    void selectRow(const QString &id);
    //! Where the table shows a provider; invalid when it does not.
    QModelIndex indexOf(const QString &id) const;
    void edit(const QString &id);
    void openWanted();
    void showEditor();
    void closeEditor();
    void testCurrent();
    void remove(const QString &id);
    void removeUnused(const QString &id, const QString &name);
    void removeUsed(const QString &id, const QString &name, const QStringList &routes);

    Api::AdminClient &m_client;
    ConfigurationModel &m_configuration;
    StatusModel &m_status;
    ProvidersModel *m_model;
    UnlockBanner *m_unlockBanner;
    Banner *m_problemBanner;
    Card *m_card = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    TableView *m_table = nullptr;
    StatePanel *m_state = nullptr;
    EmptyState *m_empty = nullptr;
    QPushButton *m_addFound = nullptr;
    QSplitter *m_splitter = nullptr;
    ProviderEditor *m_editor;
    std::optional<KnownProvider> m_found;
    QPointer<Api::AdminCall> m_discovery;
    QString m_wanted;        //!< to open when it is known
    QString m_currentBefore; //!< over a reset of the model
    int m_rowBefore = -1;
    bool m_ready = false;
};

} // namespace Gatehouse::Ui
