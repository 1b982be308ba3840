// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

using Kind = PaletteEntry::Kind;

bool isOfPrefix(Kind kind, QChar prefix)
{
    switch (prefix.unicode()) {
    case u'>':
        return kind == Kind::Action;
    case u'@':
        return kind == Kind::Key || kind == Kind::Team;
    case u'?':
        return kind == Kind::Help;
    default:
        return kind == Kind::Request;
    }
}

bool isPrefix(QChar character)
{
    return QStringView(u">@?#").contains(character);
}

//! The id in "#01J…" or a pasted "req_01J…"; empty when there is none.
QString requestId(const QString &typed)
{
    if (typed.startsWith("req_"_L1))
        return typed;
    const QString id = typed.startsWith(u'#') ? typed.mid(1).trimmed() : QString();
    return id.isEmpty() || id.startsWith("req_"_L1) ? id : QString(u"req_"_s + id);
}

//! Without a word typed: pages and actions before all the objects.
int order(Kind kind)
{
    switch (kind) {
    case Kind::Page:
        return 0;
    case Kind::Action:
        return 1;
    case Kind::Help:
        return 9;
    default:
        return 5;
    }
}

} // namespace

void PaletteModel::setEntries(QList<PaletteEntry> entries, QStringList recent,
                              std::function<PaletteEntry(const QString &)> makeRequest)
{
    m_entries = std::move(entries);
    m_recent = std::move(recent);
    m_makeRequest = std::move(makeRequest);
    search();
}

void PaletteModel::setTyped(const QString &typed)
{
    m_typed = typed.trimmed();
    search();
}

void PaletteModel::search()
{
    struct Found {
        const PaletteEntry *entry;
        int score;
        qsizetype recent;
    };
    const bool prefixed = !m_typed.isEmpty() && isPrefix(m_typed.front());
    const QString words = prefixed ? m_typed.mid(1).trimmed() : m_typed;
    std::vector<Found> found;
    for (const PaletteEntry &entry : std::as_const(m_entries)) {
        if (prefixed && !isOfPrefix(entry.kind, m_typed.front()))
            continue;
        const int score = paletteScore(entry, words);
        const qsizetype recent = m_recent.indexOf(entry.id);
        if (score > 0)
            found.push_back({&entry, score, recent < 0 ? m_recent.size() : recent});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        if (a.score != b.score)
            return a.score > b.score;
        if (a.recent != b.recent)
            return a.recent < b.recent;
        return order(a.entry->kind) < order(b.entry->kind);
    });
    beginResetModel();
    m_shown.clear();
    if (const QString id = requestId(m_typed); !id.isEmpty() && m_makeRequest)
        m_shown.append(m_makeRequest(id));
    for (const Found &one : found)
        if (m_shown.size() < mostShown)
            m_shown.append(*one.entry);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry &entry = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.name;
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.name, entry.where, entry.shortcut};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case Qt::UserRole:
        return entry.id;
    case WhereRole:
        return entry.where;
    case IconRole:
        return entry.iconName;
    case ShortcutRole:
        return entry.shortcut;
    case AsksRole:
        return bool(entry.choices);
    default:
        return {};
    }
}

} // namespace Gatehouse::Ui
