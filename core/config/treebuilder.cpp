// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/treebuilder.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Config {

int SourceTree::lineOf(QString path) const
{
    while (!path.isEmpty()) {
        const auto line = lines.constFind(path);
        if (line != lines.constEnd())
            return *line;
        path.truncate(std::max(path.lastIndexOf(u'.'), path.lastIndexOf(u'[')));
    }
    return lines.value(QString(), 0);
}

bool TreeBuilder::admit(int nodes, int line)
{
    if (m_error)
        return false;
    if (m_complete) {
        fail(line, u"there is a second document; one file holds one configuration"_s);
        return false;
    }
    m_nodes += nodes;
    if (m_nodes > m_limits.nodes)
        fail(line, u"the configuration has more than %1 values"_s.arg(m_limits.nodes));
    return !m_error;
}

QString TreeBuilder::nextPath() const
{
    if (m_levels.empty())
        return {};
    const Level &level = m_levels.back();
    if (!level.isObject)
        return u"%1[%2]"_s.arg(level.path).arg(level.list.size());
    return level.path.isEmpty() ? level.key : QString(level.path + u'.' + level.key);
}

void TreeBuilder::open(bool isObject, int line)
{
    if (!admit(1, line))
        return;
    if (m_levels.size() >= std::size_t(m_limits.depth)) {
        fail(line, u"values are nested deeper than %1 levels"_s.arg(m_limits.depth));
        return;
    }
    Level level;
    level.isObject = isObject;
    level.path = nextPath();
    // A key's line is told already and is the better one.
    if (!m_tree.lines.contains(level.path))
        m_tree.lines.insert(level.path, line);
    m_levels.push_back(std::move(level));
}

void TreeBuilder::beginObject(int line)
{
    open(true, line);
}

void TreeBuilder::beginList(int line)
{
    open(false, line);
}

void TreeBuilder::end()
{
    if (m_error || m_levels.empty())
        return;
    const Level level = std::move(m_levels.back());
    m_levels.pop_back();
    put(level.isObject ? QJsonValue(level.object) : QJsonValue(level.list));
}

bool TreeBuilder::expectsKey() const
{
    return !m_levels.empty() && m_levels.back().isObject && !m_levels.back().hasKey;
}

void TreeBuilder::key(const QString &name, int line)
{
    if (!admit(1, line))
        return;
    Level &level = m_levels.back();
    if (level.object.contains(name)) {
        fail(line, u"the key \"%1\" is given twice"_s.arg(name));
        return;
    }
    level.key = name;
    level.hasKey = true;
    m_tree.lines.insert(nextPath(), line);
}

void TreeBuilder::value(const QJsonValue &value, int line)
{
    copy(value, 1, line);
}

void TreeBuilder::copy(const QJsonValue &value, int nodes, int line)
{
    if (!admit(nodes, line))
        return;
    const QString path = nextPath();
    if (!m_tree.lines.contains(path))
        m_tree.lines.insert(path, line);
    put(value);
}

void TreeBuilder::put(const QJsonValue &value)
{
    m_last = value;
    if (m_levels.empty()) {
        m_complete = true;
        m_tree.root = value.toObject();
        if (!value.isObject())
            fail(1, u"a configuration is an object with keys such as \"version\""_s);
        return;
    }
    Level &level = m_levels.back();
    if (level.isObject)
        level.object.insert(level.key, value);
    else
        level.list.append(value);
    level.hasKey = false;
}

void TreeBuilder::fail(int line, const QString &what)
{
    if (!m_error)
        m_error = Error{ErrorCode::InvalidArgument, u"line %1: %2"_s.arg(line).arg(what)};
}

Result<SourceTree> TreeBuilder::take()
{
    if (m_error)
        return *m_error;
    return std::move(m_tree);
}

} // namespace Gatehouse::Config
