// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportmodel.h"
#include "ui/models/spendreport.h"
#include "ui/pages/spend/breakdowncard.h"

#include <QtWidgets/QWidget>

#include <functional>

namespace Gatehouse::Ui {

class Banner;
class BreakdownControls;
class BreakdownExport;
class BreakdownTable;
class EmptyState;
class SeriesColours;
class StatePanel;

//! Cost, tokens or requests per hour, day, week or month by one group, and a table of one or two.
//! Every number opens the requests behind it.
class BreakdownPane : public QWidget
{
    Q_OBJECT

public:
    enum Column {
        Group,
        Cost,
        Share,
        Requests,
        TokensIn,
        TokensOut,
        TokensCached,
        PerRequest,
        PerMillion,
        Change,
        TokensReasoning,
        CacheSaved,
        ColumnCount
    };
    using FileChooser = std::function<void(const QString &suggested,
                                           std::function<void(const QString &path)> chosen)>;

    //! \a clock and \a colours outlive the pane.
    BreakdownPane(Api::AdminClient &client, const Clock &clock, SeriesColours &colours,
                  QWidget *parent = nullptr);

    void refresh();
    void setRange(const QString &range);
    //! What the gateway may spend in a month, where that is said; nano-dollars.
    void setBudget(std::optional<qint64> nano);
    //! The day and the time zone of the reports, for what is asked of a month.
    QDate today() const;
    //! How the place of the file is asked for; a file dialog unless set.
    void setFileChooser(FileChooser chooser) { m_chooseFile = std::move(chooser); }
    const FileChooser &fileChooser() const { return m_chooseFile; }

Q_SIGNALS:
    //! The first answer is there, or it is known that there is none.
    void loaded();
    void openRequests(const QString &filter);
    void openPrices();
    //! A report of each team for a month is wanted.
    void chargebackRequested();
    void done(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildContent();
    void connectParts();
    void ask();
    void showReport();
    void showTable();
    void showUnpriced();
    void updateState();
    void showPartial();
    std::optional<qint64> idle() const;
    QString time() const;
    BreakdownCard::Content content() const;
    QString spanFilter(int first, int last) const;
    void openPoint(int point);
    void openRow(const QString &id);
    void showMore();
    void exportAs(const QString &extension);
    void writePdf(const QString &path);

    const Clock &m_clock;
    ReportModel m_model;
    ReportModel m_forecast;
    ReportModel m_machines; //!< what is paid by the hour
    SeriesColours &m_colours;
    SpendReport m_report;
    std::optional<qint64> m_budget;
    bool m_showsAll = false; //!< every row, not only the dearest
    int m_most = 0;          //!< groups asked for
    QString m_shownBy;
    QString m_shownThen;
    bool m_hasTags = false; //!< it was asked which there are
    BreakdownControls *m_controls;
    BreakdownExport *m_exports;
    Banner *m_unpriced = nullptr;
    Banner *m_partial = nullptr;
    BreakdownCard *m_card = nullptr;
    BreakdownTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    StatePanel *m_states = nullptr;
    FileChooser m_chooseFile;
};

} // namespace Gatehouse::Ui
