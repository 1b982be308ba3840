// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QDateTime>
#include <QtCore/QHash>

class QJsonObject;

namespace Gatehouse::Ui {

//! What each model of a provider can do, and how that is known: declared by the built-in list,
//! found by a test since the gateway started, or not known.
class CapabilityModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class State { NotTested, Declared, Tested, Failed };

    struct Cell {
        State state = State::NotTested;
        QDateTime time; //!< of the test
        QString reason;
        bool declared = false;
    };

    using QAbstractTableModel::QAbstractTableModel;

    //! Reads the answer of GET /providers/{id}/capabilities.
    void setAnswer(const QJsonObject &answer);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString model;
        QHash<QString, Cell> cells;
    };

    QVariant cellData(const Row &row, int column, int role) const;

    QList<Row> m_rows;
    QString m_catalogue; //!< date of the built-in list
};

} // namespace Gatehouse::Ui
