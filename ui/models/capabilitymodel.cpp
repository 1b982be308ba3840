// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/capabilitymodel.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/format.h"
#include "ui/widgets/tokens.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct Capability {
    QLatin1StringView key;
    const char *title;
};

constexpr std::array capabilities{
    Capability{"chat"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::CapabilityModel", "Chat")},
    Capability{"responses"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::CapabilityModel", "Responses")},
    Capability{"messages"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::CapabilityModel", "Messages")},
    Capability{"tools"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::CapabilityModel", "Tools")},
    Capability{"structured_output"_L1,
               QT_TRANSLATE_NOOP("Gatehouse::Ui::CapabilityModel", "Structured")},
    Capability{"images"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::CapabilityModel", "Images")},
    Capability{"audio"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::CapabilityModel", "Audio")},
    Capability{"embeddings"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::CapabilityModel", "Embeddings")},
    Capability{"rerank"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::CapabilityModel", "Rerank")},
    Capability{"streaming"_L1, QT_TRANSLATE_NOOP("Gatehouse::Ui::CapabilityModel", "Streaming")},
};

CapabilityModel::State readState(const QString &text)
{
    static const QHash<QString, CapabilityModel::State> states{
        {u"declared"_s, CapabilityModel::State::Declared},
        {u"tested"_s, CapabilityModel::State::Tested},
        {u"failed"_s, CapabilityModel::State::Failed}};
    return states.value(text, CapabilityModel::State::NotTested);
}

QString word(CapabilityModel::State state)
{
    switch (state) {
    case CapabilityModel::State::NotTested:
        return CapabilityModel::tr("Not tested");
    case CapabilityModel::State::Declared:
        return CapabilityModel::tr("Declared");
    case CapabilityModel::State::Tested:
        return CapabilityModel::tr("Tested");
    case CapabilityModel::State::Failed:
        return CapabilityModel::tr("Failed");
    }
    return {};
}

QVariant tone(CapabilityModel::State state)
{
    switch (state) {
    case CapabilityModel::State::Tested:
        return int(Tone::Ok);
    case CapabilityModel::State::Failed:
        return int(Tone::Err);
    case CapabilityModel::State::Declared:
        return {};
    case CapabilityModel::State::NotTested:
        break;
    }
    return int(Tone::Neutral);
}

QString ownWord(bool can)
{
    return can ? CapabilityModel::tr("Yes") : CapabilityModel::tr("No");
}

QString explanation(const CapabilityModel::Cell &cell, const QString &catalogue)
{
    const QString at = Format::moment(cell.time);
    switch (cell.state) {
    case CapabilityModel::State::Tested:
        return CapabilityModel::tr("Tested on %1. Tests are kept until the gateway restarts.")
            .arg(at);
    case CapabilityModel::State::Failed:
        return cell.declared
            ? CapabilityModel::tr("Declared, but the test on %1 failed: %2").arg(at, cell.reason)
            : CapabilityModel::tr("The test on %1 failed: %2").arg(at, cell.reason);
    case CapabilityModel::State::Declared:
        return CapabilityModel::tr("Declared by the built-in model list of %1, not tested here.")
            .arg(catalogue);
    case CapabilityModel::State::NotTested:
        break;
    }
    return cell.reason.isEmpty()
        ? CapabilityModel::tr("Not known: neither declared nor tested since the gateway started.")
        : CapabilityModel::tr("Could not be tested: %1").arg(cell.reason);
}

} // namespace

void CapabilityModel::setAnswer(const QJsonObject &answer)
{
    beginResetModel();
    m_rows.clear();
    m_catalogue = answer.value("catalogue"_L1).toString();
    for (const QJsonValue &item : answer.value("items"_L1).toArray()) {
        Row row{.model = item["model"_L1].toString(), .cells = {}};
        const QJsonObject cells = item["capabilities"_L1].toObject();
        for (auto it = cells.begin(); it != cells.end(); ++it)
            row.cells.insert(
                it.key(),
                {.state = readState(it.value()["state"_L1].toString()),
                 .time = QDateTime::fromString(it.value()["time"_L1].toString(), Qt::ISODateWithMs),
                 .reason = it.value()["reason"_L1].toString(),
                 .declared = it.value()["declared"_L1].toBool()});
        m_rows.append(row);
    }
    endResetModel();
}

void CapabilityModel::setOverrides(const QJsonObject &overrides)
{
    if (overrides == m_overrides)
        return;
    m_overrides = overrides;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 1), index(int(m_rows.size()) - 1, columnCount() - 1));
}

std::optional<bool> CapabilityModel::overrideAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() == 0)
        return std::nullopt;
    const QString capability = capabilities.at(std::size_t(index.column() - 1)).key;
    const QJsonValue value = m_overrides.value(m_rows.at(index.row()).model)[capability];
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

void CapabilityModel::setOverride(const QModelIndex &index, std::optional<bool> can)
{
    if (!index.isValid() || index.column() == 0 || overrideAt(index) == can)
        return;
    const QString &model = m_rows.at(index.row()).model;
    const QString capability = capabilities.at(std::size_t(index.column() - 1)).key;
    QJsonObject own = m_overrides.value(model).toObject();
    own.insert(capability, can ? QJsonValue(*can) : QJsonValue(QJsonValue::Undefined));
    m_overrides.insert(model, own.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(own));
    Q_EMIT dataChanged(index, index);
    Q_EMIT overridesChanged();
}

int CapabilityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CapabilityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(capabilities.size()) + 1;
}

QVariant CapabilityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == CellRole::Id)
        return row.model;
    if (index.column() > 0)
        return overrideAt(index) ? ownData(index, role) : cellData(row, index.column(), role);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return row.model;
    return role == CellRole::Kind ? QVariant(int(CellKind::Strong)) : QVariant();
}

//! What the person said stands before what is known otherwise.
QVariant CapabilityModel::ownData(const QModelIndex &index, int role) const
{
    const bool can = *overrideAt(index);
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return ownWord(can);
    case Qt::AccessibleTextRole:
        return tr("%1: %2, said by you")
            .arg(tr(capabilities.at(std::size_t(index.column() - 1)).title), ownWord(can));
    case Qt::ToolTipRole:
        return tr("Said by you. Otherwise: %1").arg(cellData(row, index.column(), role).toString());
    case CellRole::Tone:
        return int(Tone::Accent);
    default:
        return cellData(row, index.column(), role);
    }
}

QVariant CapabilityModel::cellData(const Row &row, int column, int role) const
{
    const Capability &capability = capabilities.at(std::size_t(column - 1));
    const Cell cell = row.cells.value(capability.key);
    switch (role) {
    case Qt::DisplayRole:
        return cell.state == State::NotTested ? u"–"_s : word(cell.state);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(tr(capability.title), word(cell.state));
    case Qt::ToolTipRole:
        return explanation(cell, m_catalogue);
    case CellRole::Kind:
        return int(CellKind::Text);
    case CellRole::Tone:
        return tone(cell.state);
    default:
        return {};
    }
}

QVariant CapabilityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section > int(capabilities.size()))
        return {};
    if (role == CellRole::Id)
        return section == 0 ? u"model"_s : QString(capabilities.at(std::size_t(section - 1)).key);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Model") : tr(capabilities.at(std::size_t(section - 1)).title);
}

} // namespace Gatehouse::Ui
