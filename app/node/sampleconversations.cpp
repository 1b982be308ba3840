// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/node/sampleconversations.h"

#include "core/bodies/bodytable.h"
#include "core/bodies/recordedhead.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <array>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Gatehouse::Node {

namespace {

constexpr QByteArrayView recordedKey("helpdesk-bot");
constexpr int mostRecorded = 400;

struct Talk {
    QString question;
    QString answer;
    int redactions = 0;
};

const Talk &talk(qsizetype index)
{
    static const std::array talks{
        Talk{
            u"My invoice of October shows two seats, but we use one. What can I do?"_s,
            u"You can remove the second seat under Account, Seats. The next invoice takes off what "
            u"was paid too much."_s},
        Talk{u"Does the export contain deleted projects?"_s,
             u"No, only projects that exist. Deleted ones can be restored for 30 days and are in "
             u"the "
             u"export after that."_s},
        Talk{u"The app says that my token [redacted] has expired. Is that right?"_s,
             u"Tokens are valid for 90 days. Make a new one under Account, Tokens and enter it in "
             u"the app."_s,
             1},
    };
    return talks.at(static_cast<std::size_t>(index) % talks.size());
}

using Field = std::pair<QByteArrayView, QByteArrayView>;

Bodies::Side side(const QJsonObject &object, const QByteArray &line,
                  std::initializer_list<Field> fields)
{
    Bodies::Side said;
    said.type = "application/json"_ba;
    said.head = line + "\r\n";
    Bodies::appendRecordedField(said.head, "content-type", said.type);
    for (const auto &[name, value] : fields)
        Bodies::appendRecordedField(said.head, name, value);
    said.append(QJsonDocument(object).toJson(QJsonDocument::Compact));
    return said;
}

Bodies::RecordedBody recorded(const Ledger::RequestRecord &row, const Talk &talk)
{
    const auto message = [](const QString &role, const QString &text) {
        return QJsonObject{{u"role"_s, role}, {u"content"_s, text}};
    };
    const QJsonArray asked{
        message(u"system"_s, u"Answer questions of customers in two sentences."_s),
        message(u"user"_s, talk.question)};
    const QJsonObject choice{{u"index"_s, 0},
                             {u"message"_s, message(u"assistant"_s, talk.answer)},
                             {u"finish_reason"_s, u"stop"_s}};
    return {
        .id = row.id,
        .time = row.time,
        .key = row.keyId,
        .route = row.route,
        .request = side({{u"model"_s, QString::fromLatin1(row.modelAsked)}, {u"messages"_s, asked}},
                        "POST /v1/chat/completions",
                        {{"authorization", "sample"}, {"user-agent", "OpenAI/Python 1.54.0"}}),
        .answer =
            side({{u"model"_s, QString::fromLatin1(row.model)}, {u"choices"_s, QJsonArray{choice}}},
                 "200", {{"x-request-id", row.id}}),
        .redactions = talk.redactions};
}

} // namespace

Result<void> writeSampleConversations(const DataFolder &folder,
                                      const std::vector<Ledger::RequestRecord> &rows)
{
    auto table = Bodies::BodyTable::open(folder.file(u"bodies.db"_s));
    if (!table)
        return table.error();
    int count = 0;
    for (const Ledger::RequestRecord &row : std::views::reverse(rows)) {
        if (row.keyName != recordedKey || row.outcome != Ledger::Outcome::Ok)
            continue;
        if (auto saved = (*table)->save(recorded(row, talk(count))); !saved)
            return saved;
        if (++count == mostRecorded)
            break;
    }
    return {};
}

} // namespace Gatehouse::Node
