// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonValue>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <limits>

namespace Gatehouse::Api {

enum class FieldType {
    Text,
    Flag,
    Whole,
    Number,
    Duration, //!< "5s", or a plain number of seconds
    Size,     //!< "64MiB", or a plain number of bytes
    Percent,  //!< "2%", or a plain number of percent
    Dollars,  //!< decimal dollars, kept as whole nano-dollars
    WholeList,
    TextList,
    TextMap, //!< names to texts
    Group,   //!< an object with fields of its own
    GroupList,
    Kept, //!< known, checked for its shape, stored verbatim, not acted on yet
};

//! What may be written where a Kept field stands.
enum class KeptShape { Text, Object, List };

//! One key of a section as people know it. Declared once per key, in the field tables; drives
//! reading, writing, checking, forms and reference pages.
struct Field {
    QString key; //!< "max_in_flight"
    FieldType type = FieldType::Text;
    QString help; //!< one English sentence
    bool required = false;
    double minimum = std::numeric_limits<double>::lowest(); //!< durations: ms; sizes: bytes
    double maximum = std::numeric_limits<double>::max();
    QString unit = {};            //!< "requests", "days"; empty when the value itself says it
    QStringList choices = {};     //!< the words allowed, empty = any
    bool secretReference = false; //!< the text is a reference such as "keychain:openai"
    KeptShape shape = KeptShape::Object;
    QJsonValue defaultValue{QJsonValue::Undefined}; //!< as a document writes it; set by the table

    bool operator==(const Field &) const = default;
};

using Fields = QList<Field>;

} // namespace Gatehouse::Api
