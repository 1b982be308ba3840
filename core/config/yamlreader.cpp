// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/yamlreader.h"

#include <QtCore/QStringDecoder>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <cmath>
#include <istream>
#include <streambuf>

using namespace Qt::StringLiterals;

namespace Gatehouse::Config {

namespace {

//! Digits after an optional sign; in base 8 and 16 without one (YAML 1.2.2 section 10.3.2).
std::optional<QJsonValue> wholeNumber(const QString &text)
{
    bool ok = false;
    if (text.startsWith("0o"_L1) || text.startsWith("0x"_L1)) {
        if (!text[2 < text.size() ? 2 : 0].isLetterOrNumber())
            return std::nullopt;
        const qint64 number = text.mid(2).toLongLong(&ok, text[1] == u'o' ? 8 : 16);
        return ok ? std::optional(QJsonValue(number)) : std::nullopt;
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isSign = i == 0 && (text[i] == u'-' || text[i] == u'+');
        if (!isSign && (text[i] < u'0' || text[i] > u'9'))
            return std::nullopt;
    }
    const qint64 number = text.toLongLong(&ok);
    return ok ? std::optional(QJsonValue(number)) : std::nullopt;
}

//! Decimal fractions and exponents. Infinities and NaN have no JSON form and stay texts.
std::optional<QJsonValue> fraction(const QString &text)
{
    constexpr auto allowed = "+-.0123456789eE"_L1;
    for (const QChar c : text) {
        if (!allowed.contains(c))
            return std::nullopt;
    }
    bool ok = false;
    const double number = text.toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(QJsonValue(number)) : std::nullopt;
}

//! A plain (unquoted) scalar by the core schema.
QJsonValue plainScalar(const QString &text)
{
    if (text.isEmpty() || text == "~"_L1 || text == "null"_L1 || text == "Null"_L1
        || text == "NULL"_L1)
        return QJsonValue::Null;
    if (text == "true"_L1 || text == "True"_L1 || text == "TRUE"_L1)
        return true;
    if (text == "false"_L1 || text == "False"_L1 || text == "FALSE"_L1)
        return false;
    if (const auto number = wholeNumber(text))
        return *number;
    return fraction(text).value_or(QJsonValue(text));
}

//! Hands the parser's events to a TreeBuilder and remembers what anchors stand for.
class EventReader final : public YAML::EventHandler
{
public:
    explicit EventReader(TreeBuilder &builder)
        : m_builder(builder)
    {
    }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        scalar(mark, u"null"_s, QJsonValue::Null, anchor);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, false);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, true);
    }
    void OnMapEnd() override { close(); }

private:
    struct Anchored {
        QJsonValue value;
        int nodes = 0;
    };
    struct Open {
        YAML::anchor_t anchor = 0;
        int nodesBefore = 0;
    };

    static int line(const YAML::Mark &mark) { return mark.line + 1; }
    void scalar(const YAML::Mark &mark, const QString &text, const QJsonValue &value,
                YAML::anchor_t anchor);
    void open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, bool isMap);
    void close();
    void refuseTag(const YAML::Mark &mark, const std::string &tag);

    TreeBuilder &m_builder;
    QHash<YAML::anchor_t, Anchored> m_anchors;
    std::vector<Open> m_open;
};

//! "" and "?" are no tag, "!" is how the parser marks quoted texts.
void EventReader::refuseTag(const YAML::Mark &mark, const std::string &tag)
{
    if (!tag.empty() && tag != "?" && tag != "!")
        m_builder.fail(line(mark),
                       u"tags such as %1 are not used here; remove it"_s.arg(
                           QString::fromStdString(tag).left(80)));
}

void EventReader::scalar(const YAML::Mark &mark, const QString &text, const QJsonValue &value,
                         YAML::anchor_t anchor)
{
    if (m_builder.hasFailed())
        return;
    if (m_builder.expectsKey()) {
        m_builder.key(text, line(mark));
        return;
    }
    m_builder.value(value, line(mark));
    if (anchor != 0)
        m_anchors.insert(anchor, {value, 1});
}

void EventReader::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                           const std::string &value)
{
    refuseTag(mark, tag);
    const QString text = QString::fromStdString(value);
    scalar(mark, text, tag == "!" ? QJsonValue(text) : plainScalar(text), anchor);
}

void EventReader::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const auto known = m_anchors.constFind(anchor);
    if (m_builder.expectsKey())
        m_builder.fail(line(mark), u"a key must be a text, not an alias"_s);
    else if (known == m_anchors.constEnd())
        m_builder.fail(line(mark), u"an alias must not stand inside what it repeats"_s);
    else
        m_builder.copy(known->value, known->nodes, line(mark));
}

void EventReader::open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                       bool isMap)
{
    refuseTag(mark, tag);
    if (m_builder.expectsKey())
        m_builder.fail(line(mark), u"a key must be a text"_s);
    if (m_builder.hasFailed())
        return;
    m_open.push_back({anchor, m_builder.nodes()});
    if (isMap)
        m_builder.beginObject(line(mark));
    else
        m_builder.beginList(line(mark));
}

void EventReader::close()
{
    if (m_builder.hasFailed())
        return;
    m_builder.end();
    const Open opened = m_open.back();
    m_open.pop_back();
    if (opened.anchor != 0)
        m_anchors.insert(opened.anchor, {m_builder.last(), m_builder.nodes() - opened.nodesBefore});
}

//! Reads from bytes that stay where they are.
class ByteStream final : private std::streambuf, public std::istream
{
public:
    explicit ByteStream(QByteArray bytes)
        : std::istream(static_cast<std::streambuf *>(this))
        , m_bytes(std::move(bytes))
    {
        char *begin = m_bytes.data();
        setg(begin, begin, begin + m_bytes.size());
    }

private:
    QByteArray m_bytes;
};

std::optional<Error> textProblem(const QByteArray &text, const ReadLimits &limits)
{
    if (text.size() > limits.bytes)
        return Error{ErrorCode::LimitExceeded,
                     u"the configuration is larger than %1 MiB"_s.arg(limits.bytes / 1'048'576)};
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text);
    if (decoder.hasError() || decoded.contains(QChar::Null))
        return Error{ErrorCode::InvalidArgument, u"the configuration is not UTF-8 text"_s};
    return std::nullopt;
}

Error syntaxError(const YAML::Exception &exception)
{
    return {ErrorCode::InvalidArgument,
            u"line %1, column %2: %3"_s.arg(exception.mark.line + 1)
                .arg(exception.mark.column + 1)
                .arg(QString::fromStdString(exception.msg))};
}

} // namespace

Result<SourceTree> readYaml(const QByteArray &text, const ReadLimits &limits)
{
    if (const auto problem = textProblem(text, limits))
        return *problem;
    TreeBuilder builder(limits);
    EventReader reader(builder);
    try {
        ByteStream stream(text);
        YAML::Parser parser(stream);
        while (!builder.hasFailed() && parser.HandleNextDocument(reader)) { }
    } catch (const YAML::Exception &exception) {
        return builder.hasFailed() ? builder.take() : Result<SourceTree>(syntaxError(exception));
    }
    if (!builder.hasFailed() && !builder.isComplete())
        return SourceTree{}; // an empty text, or comments alone
    return builder.take();
}

} // namespace Gatehouse::Config
