// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/spokentext.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

//! A text, or a list of parts of which some have one.
QString textOf(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    if (content.isObject())
        return textOf(content["text"_L1].isString() ? content["text"_L1] : content["parts"_L1]);
    QString text;
    for (const QJsonValue &part : content.toArray()) {
        const QString more = textOf(part);
        if (!text.isEmpty() && !more.isEmpty())
            text += u'\n';
        text += more;
    }
    return text;
}

void addTurn(QList<SpokenTurn> &turns, const QString &speaker, const QJsonValue &content)
{
    const QString text = textOf(content);
    if (!text.isEmpty())
        turns.append({speaker, text});
}

//! The text of one JSON answer, or of one piece of a stream.
QString answerOf(const QJsonObject &object)
{
    const QJsonValue choice = object["choices"_L1].toArray().first();
    for (const QJsonValue &content :
         {choice["message"_L1]["content"_L1], choice["delta"_L1]["content"_L1], choice["text"_L1],
          object["content"_L1], object["message"_L1]["content"_L1], object["response"_L1],
          object["candidates"_L1].toArray().first()["content"_L1]}) {
        const QString text = textOf(content);
        if (!text.isEmpty())
            return text;
    }
    const QJsonValue delta = object["delta"_L1];
    if (delta.isString())
        return delta.toString();
    if (delta["text"_L1].isString())
        return delta["text"_L1].toString();
    QString text;
    for (const QJsonValue &item : object["output"_L1].toArray())
        text += textOf(item["content"_L1]);
    return text;
}

} // namespace

QList<SpokenTurn> spokenRequest(const QString &body)
{
    const QJsonObject request = QJsonDocument::fromJson(body.toUtf8()).object();
    QList<SpokenTurn> turns;
    for (const auto &[name, speaker] :
         {std::pair(u"instructions"_s, u"system"_s), std::pair(u"system"_s, u"system"_s),
          std::pair(u"systemInstruction"_s, u"system"_s), std::pair(u"prompt"_s, u"user"_s)})
        addTurn(turns, speaker, request.value(name));
    for (const QString &name : {u"messages"_s, u"contents"_s, u"input"_s}) {
        const QJsonValue list = request.value(name);
        if (list.isString())
            addTurn(turns, u"user"_s, list);
        for (const QJsonValue &message : list.toArray()) {
            if (message.isString())
                addTurn(turns, u"user"_s, message);
            else
                addTurn(turns, message["role"_L1].toString(u"user"_s),
                        message["content"_L1].isUndefined() ? message["parts"_L1]
                                                            : message["content"_L1]);
        }
    }
    return turns;
}

QString spokenAnswer(const QString &body)
{
    const QJsonDocument whole = QJsonDocument::fromJson(body.toUtf8());
    if (whole.isObject())
        return answerOf(whole.object());
    QString text;
    for (const QString &line : body.split(u'\n', Qt::SkipEmptyParts)) {
        const QString json = line.startsWith("data:"_L1) ? line.mid(5) : line;
        const QJsonObject piece = QJsonDocument::fromJson(json.trimmed().toUtf8()).object();
        const QString type = piece["type"_L1].toString();
        if (type.startsWith("response."_L1) && type != "response.output_text.delta"_L1)
            continue; // its texts come again as a whole
        text += answerOf(piece);
    }
    return text;
}

} // namespace Gatehouse::Ui
