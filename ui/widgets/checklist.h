// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtWidgets/QWidget>

#include <optional>

class QJsonArray;
class QVBoxLayout;

namespace Gatehouse::Ui {

//! One check of a provider and how it ended.
struct ProviderCheck {
    enum class State { Waiting, Ok, Failed, Skipped };

    QString id; //!< "reach", "key", "models", "answer", "stream", "capabilities"
    State state = State::Waiting;
    std::optional<double> ms = {};
    QString text = {};
    QString detail = {}; //!< the provider's words
    QString fix = {};    //!< what to do

    bool operator==(const ProviderCheck &) const = default;
};

QList<ProviderCheck> parseChecks(const QJsonArray &array);
//! What is going to be checked, all waiting.
QList<ProviderCheck> waitingChecks();

//! The checks as rows: state, what, how long, what was found, and for failures cause and remedy.
class CheckList : public QWidget
{
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);

    void setChecks(const QList<ProviderCheck> &checks);

private:
    QWidget *makeRow(const ProviderCheck &check);

    QVBoxLayout *m_layout;
};

} // namespace Gatehouse::Ui
