// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTimer;

namespace Gatehouse::Ui {

class AuditDetail;
class AuditExport;
class AuditModel;
class Banner;
class CopyButton;
class DayStrip;
class SearchField;
class StatePanel;
class StatusModel;
class TableView;

//! Every change of the administration, hash chained: find, look at, verify, export. Read only.
class AuditPage : public QWidget
{
    Q_OBJECT

public:
    using FileChooser = std::function<void(const QString &suggestedName,
                                           std::function<void(const QString &path)> chosen)>;

    AuditPage(Api::AdminClient &client, StatusModel &status, QWidget *parent = nullptr);

    void refresh();
    void setRange(const QString &range);
    //! Shows one record, by its number.
    void openRecord(const QString &sequence);
    //! The records that name \a object.
    void find(const QString &object);
    void verify();
    //! How the place of an export is asked for; a file dialog unless set.
    void setFileChooser(FileChooser chooser) { m_chooseFile = std::move(chooser); }

private:
    QWidget *makeContent();
    QLayout *makeToolbar();
    QWidget *makeActivity();
    QWidget *makeTable();
    void applyFilter();
    void askDays();
    void showSelected();
    void closeDetail();
    void takeVerification(Api::AdminCall *call);
    void exportTo(const QString &path);
    void showLoaded();
    void showFailure(const QString &detail);

    Api::AdminClient &m_client;
    StatusModel &m_status;
    AuditModel *m_model;
    QString m_range;
    QString m_wanted; //!< a record to show once it is there
    FileChooser m_chooseFile;
    QPointer<AuditExport> m_export;

    StatePanel *m_state = nullptr;
    Banner *m_broken = nullptr;
    SearchField *m_filter = nullptr;
    QComboBox *m_kind = nullptr;
    QTimer *m_typing = nullptr;
    QPushButton *m_verify = nullptr;
    QPushButton *m_exportButton = nullptr;
    QLabel *m_result = nullptr;
    CopyButton *m_copyHead = nullptr;
    DayStrip *m_days = nullptr;
    QSplitter *m_splitter = nullptr;
    TableView *m_table = nullptr;
    AuditDetail *m_detail = nullptr;
    bool m_daysMissing = false; //!< the records per day could not be read
};

} // namespace Gatehouse::Ui
