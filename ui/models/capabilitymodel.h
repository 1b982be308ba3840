// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QJsonObject>

#include <optional>

namespace Gatehouse::Ui {

//! What each model of a provider can do, and how that is known: said by the person, declared by the
//! built-in list, found by a test since the gateway started, or not known.
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
    //! What the provider's document says itself: model to capability to true or false.
    void setOverrides(const QJsonObject &overrides);
    const QJsonObject &overrides() const { return m_overrides; }
    //! Nothing: as listed and tested. Not for the first column.
    void setOverride(const QModelIndex &index, std::optional<bool> can);
    std::optional<bool> overrideAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    //! The person said something else.
    void overridesChanged();

private:
    struct Row {
        QString model;
        QHash<QString, Cell> cells;
    };

    QVariant ownData(const QModelIndex &index, int role) const;
    QVariant cellData(const Row &row, int column, int role) const;

    QList<Row> m_rows;
    QJsonObject m_overrides;
    QString m_catalogue; //!< date of the built-in list
};

} // namespace Gatehouse::Ui
