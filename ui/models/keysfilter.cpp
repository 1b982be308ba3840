// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keysfilter.h"

#include "ui/models/keysmodel.h"
#include "ui/widgets/celldelegate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int unusedDays = 90;

} // namespace

KeysFilter::KeysFilter(KeysModel &keys, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_keys(keys)
{
    setSourceModel(&keys);
    setSortRole(CellRole::Sort);
    setSortLocaleAware(true);
}

void KeysFilter::setWords(const QString &words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void KeysFilter::setQuick(Quick quick)
{
    m_quick = quick;
    invalidateFilter();
}

bool KeysFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const KeyRow &key = m_keys.key(row);
    if (key.isDeleted() != (m_quick == Quick::Deleted))
        return false;
    if (m_quick == Quick::NeverUsed && key.lastUsed.isValid())
        return false;
    if (m_quick == Quick::Unused90Days && !key.isUnusedSince(m_keys.now().addDays(-unusedDays)))
        return false;
    const QString text = QStringList{key.name,
                                     key.team,
                                     shownKey(key),
                                     key.id,
                                     key.note,
                                     key.owner,
                                     key.lastClient,
                                     key.routes.join(u' '),
                                     key.tags.join(u' '),
                                     stateText(key, m_keys.now())}
                             .join(u' ');
    return std::ranges::all_of(
        m_words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace Gatehouse::Ui
