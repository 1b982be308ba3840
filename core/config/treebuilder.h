// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>
#include <QtCore/QStringList>

#include <vector>

namespace Gatehouse::Config {

//! Bounds on a configuration text: far above what people write, far below what hurts.
struct ReadLimits {
    qsizetype bytes = 4 * 1024 * 1024;
    int nodes = 100'000; //!< after aliases are replaced by what they stand for
    int depth = 64;
};

//! A text read as JSON values, and the line each stands on.
struct SourceTree {
    QJsonObject root;
    QHash<QString, int> lines; //!< by path: "providers[1].base_url"; 1-based

    //! The line of \a path, or of the nearest thing around it that the text has; 0 for none.
    int lineOf(QString path) const;
};

//! Builds a SourceTree from the events of a parser: values, and the begin and end of objects and
//! lists. In an object, keys and values take turns. Refuses keys given twice and what breaks the
//! limits; after a failure further events are ignored.
class TreeBuilder
{
public:
    explicit TreeBuilder(const ReadLimits &limits)
        : m_limits(limits)
    {
    }

    void beginObject(int line);
    void beginList(int line);
    void end();
    //! True when the next value is a key of an object.
    bool expectsKey() const;
    void key(const QString &name, int line);
    void value(const QJsonValue &value, int line);
    //! A ready-made value that counts as \a nodes.
    void copy(const QJsonValue &value, int nodes, int line);
    void fail(int line, const QString &what);

    bool hasFailed() const { return m_error.has_value(); }
    bool isComplete() const { return m_complete; }
    int nodes() const { return m_nodes; }
    //! The value that ended last, for anchors.
    const QJsonValue &last() const { return m_last; }

    //! The tree, or what was wrong with its line: "line 7: …".
    Result<SourceTree> take();

private:
    struct Level {
        bool isObject = false;
        QJsonObject object;
        QJsonArray list;
        QString key;
        bool hasKey = false;
        QString path;
    };

    bool admit(int nodes, int line);
    QString nextPath() const;
    void open(bool isObject, int line);
    void put(const QJsonValue &value);

    ReadLimits m_limits;
    std::vector<Level> m_levels;
    QJsonValue m_last;
    SourceTree m_tree;
    int m_nodes = 0;
    bool m_complete = false;
    std::optional<Error> m_error;
};

} // namespace Gatehouse::Config
