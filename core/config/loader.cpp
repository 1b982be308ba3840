// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/loader.h"

#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "core/config/jsonreader.h"
#include "core/config/yamlreader.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gatehouse::Config {

Format formatOf(const QString &fileName)
{
    return fileName.endsWith(".json"_L1, Qt::CaseInsensitive) ? Format::Json : Format::Yaml;
}

Result<LoadedDocument> loadDocument(const QByteArray &text, Format format)
{
    const auto tree = format == Format::Json ? readJson(text) : readYaml(text);
    if (!tree)
        return tree.error();
    LoadedDocument loaded;
    loaded.document = Api::documentFromJson(tree->root, loaded.findings);
    // What could not be read has its default now: judging it too would only repeat the finding.
    const Api::Findings judged = Api::validate(loaded.document);
    for (const Api::Finding &finding : judged) {
        const auto isSamePlace = [&](const Api::Finding &other) {
            return other.path == finding.path;
        };
        if (std::none_of(loaded.findings.begin(), loaded.findings.end(), isSamePlace)
            || finding.severity == Api::Severity::Warning)
            loaded.findings.append(finding);
    }
    for (Api::Finding &finding : loaded.findings)
        finding.line = tree->lineOf(finding.path);
    std::stable_sort(loaded.findings.begin(), loaded.findings.end(),
                     [](const auto &a, const auto &b) { return a.line < b.line; });
    return loaded;
}

Result<QHash<QString, int>> linesOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorCode::Io : ErrorCode::NotFound,
                     u"%1: %2"_s.arg(fileName, file.errorString())};
    const QByteArray text = file.read(ReadLimits{}.bytes + 1);
    const auto tree = formatOf(fileName) == Format::Json ? readJson(text) : readYaml(text);
    if (!tree)
        return Error{tree.error().code, u"%1: %2"_s.arg(fileName, tree.error().detail)};
    return tree->lines;
}

Result<LoadedDocument> loadFile(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorCode::Io : ErrorCode::NotFound,
                     u"%1: %2"_s.arg(fileName, file.errorString())};
    // One byte more than is allowed, so that a larger file is refused and not cut.
    auto loaded = loadDocument(file.read(ReadLimits{}.bytes + 1), formatOf(fileName));
    if (!loaded)
        return Error{loaded.error().code, u"%1: %2"_s.arg(fileName, loaded.error().detail)};
    return loaded;
}

QByteArray toText(const Api::Document &document)
{
    return QJsonDocument(Api::toJson(document)).toJson(QJsonDocument::Indented);
}

QString describe(const Api::Finding &finding, const QString &fileName)
{
    QString place = fileName;
    if (finding.line > 0)
        place += u':' + QString::number(finding.line);
    const QString kind = finding.severity == Api::Severity::Warning ? u"warning: "_s : QString();
    const QString path = finding.path.isEmpty() ? QString() : QString(finding.path + u": "_s);
    return place + u": "_s + kind + path + finding.message;
}

} // namespace Gatehouse::Config
