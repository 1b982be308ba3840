// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/documents/document.h"
#include "core/api/findings.h"
#include "core/base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QJsonObject>

namespace Gatehouse::Config {

enum class Format { Yaml, Json };

//! A configuration text, read and judged. \a document may be used when \a findings hold no Errors.
struct LoadedDocument {
    Api::Document document;
    Api::Findings findings; //!< with lines, in the order of the text
};

//! Json for a name that ends in ".json", Yaml for every other.
Format formatOf(const QString &fileName);

//! Reads \a text and runs every check on it. An Error is a text that cannot be read at all (syntax,
//! size, a key twice); everything else is a finding.
Result<LoadedDocument> loadDocument(const QByteArray &text, Format format);

//! The same for a file, at most 4 MiB. Errors name the file.
Result<LoadedDocument> loadFile(const QString &fileName);

//! The line of every value that the file sets, by path: "gateway.listen". Errors as loadFile().
Result<QHash<QString, int>> linesOf(const QString &fileName);

//! The configuration as a text that loadDocument() reads back equal. Json only: its lines are
//! YAML too.
QByteArray toText(const Api::Document &document);

//! One line for a terminal or log: "gatehouse.yaml:12: providers[1].base_url: …". Warnings begin
//! "warning: " after the place.
QString describe(const Api::Finding &finding, const QString &fileName);

} // namespace Gatehouse::Config
