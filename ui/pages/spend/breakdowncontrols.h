// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/adminclient.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace Gatehouse::Ui {

//! What a breakdown is asked for and how it is drawn: the line of lists and switches over it.
class BreakdownControls : public QWidget
{
    Q_OBJECT

public:
    BreakdownControls(Api::AdminClient &client, QWidget *parent = nullptr);

    QString measure() const; //!< cost, tokens or requests
    QString by() const;
    QString then() const;   //!< empty: one level
    QString bucket() const; //!< hour, day, week or month
    QString kind() const;   //!< bars, area, lines or cumulative
    bool isHourly() const { return bucket() == QLatin1StringView("hour"); }
    bool compares() const;
    bool asShare() const;
    bool expects() const;

    //! A range of the pages: a day is told by hours, a month cannot be.
    void setRange(const QString &range);
    void setExportable(bool exportable);
    //! Reads which tags there are.
    void readTags();

Q_SIGNALS:
    //! Other sums are wanted.
    void questionChanged();
    //! The same sums are to be drawn otherwise.
    void lookChanged();
    //! "csv", "json" or "pdf".
    void exportRequested(const QString &extension);
    void chargebackRequested();

private:
    QWidget *addCombo(QComboBox *&combo, const QString &name, const QString &label);
    QCheckBox *addCheck(const QString &name, const QString &label);
    QWidget *makeRest();
    void fill();
    void addExports();
    void addShortcuts();

    Api::AdminClient &m_client;
    QComboBox *m_measure = nullptr;
    QComboBox *m_group = nullptr;
    QComboBox *m_then = nullptr;
    QComboBox *m_bucket = nullptr;
    QComboBox *m_kind = nullptr;
    QCheckBox *m_compare = nullptr;
    QCheckBox *m_asShare = nullptr;
    QCheckBox *m_expects = nullptr;
    QPushButton *m_export = nullptr;
    bool m_isShort = false; //!< the range is of a day or two
};

} // namespace Gatehouse::Ui
