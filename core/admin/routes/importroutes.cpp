// SPDX-License-Identifier: GPL-3.0-or-later
//! Configurations of other gateways as ours; nothing is applied here.
#include "core/admin/routes/routes.h"
#include "core/api/documents/documentjson.h"
#include "core/api/documents/validation.h"
#include "core/api/import/litellmimport.h"
#include "core/api/import/onwardsimport.h"
#include "core/config/yamlreader.h"

using namespace Qt::StringLiterals;

namespace Gatehouse::Admin {

namespace {

QString kindText(Api::ImportNote::Kind kind)
{
    switch (kind) {
    case Api::ImportNote::Kind::Mapped:
        return u"mapped"_s;
    case Api::ImportNote::Kind::Changed:
        return u"changed"_s;
    case Api::ImportNote::Kind::LeftOut:
        break;
    }
    return u"left_out"_s;
}

QJsonObject reportJson(const Api::ImportReport &report)
{
    QJsonArray notes;
    for (const Api::ImportNote &note : report.notes)
        notes.append(QJsonObject{
            {u"kind"_s, kindText(note.kind)}, {u"path"_s, note.path}, {u"text"_s, note.text}});
    return {{u"document"_s, Api::toJson(report.document)},
            {u"yaml"_s, QString::fromUtf8(Api::toYaml(report.document))},
            {u"notes"_s, notes},
            {u"findings"_s, findingsJson(Api::validate(report.document))}};
}

//! POST {"text": "…"}, YAML or JSON, to /import/litellm or /import/onwards.
void import(const AdminRequest &request, const Responder &responder)
{
    const QString kind = request.path.value(1);
    const bool isLiteLlm = kind == "litellm"_L1;
    if (!isLiteLlm && kind != "onwards"_L1) {
        responder.fail(Error{ErrorCode::NotFound,
                             u"\"%1\" cannot be imported; use litellm or onwards"_s.arg(kind)});
        return;
    }
    if (!request.body.value("text"_L1).isString()) {
        responder.fail(
            Error{ErrorCode::InvalidArgument, u"send the file as \"text\""_s, u"text"_s});
        return;
    }
    const auto tree = Config::readYaml(request.body.value("text"_L1).toString().toUtf8());
    if (!tree) {
        responder.fail(tree.error());
        return;
    }
    responder.reply(
        reportJson(isLiteLlm ? Api::importLiteLlm(tree->root) : Api::importOnwards(tree->root)));
}

} // namespace

void addImportRoutes(Router &router, Services &)
{
    router.add("POST", u"/import/{kind}"_s, import);
}

} // namespace Gatehouse::Admin
