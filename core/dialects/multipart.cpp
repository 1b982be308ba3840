// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/multipart.h"

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace Gatehouse::Dialects {

namespace {

Error wrong(const QString &what, const QByteArray &part = {})
{
    const QString name = QString::fromUtf8(part);
    return {ErrorCode::InvalidArgument,
            part.isEmpty() ? QString(u"the form is not valid: "_s + what)
                           : QString(u"'%1' %2"_s.arg(name, what)),
            name};
}

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

//! "name=value" pairs behind a ';', values bare or quoted. What is between them decides nothing.
class ParameterReader
{
public:
    explicit ParameterReader(QByteArrayView text)
        : m_rest(text)
    {
    }

    //! The next parameter; false at the end and, with isBroken(), where the text is in no form.
    bool next();
    QByteArrayView name() const { return m_name; }
    const QByteArray &value() const { return m_value; }
    bool isBroken() const { return m_isBroken; }

private:
    bool breakOff()
    {
        m_isBroken = true;
        return false;
    }
    bool readQuoted();

    QByteArrayView m_rest;
    QByteArrayView m_name;
    QByteArray m_value;
    bool m_isBroken = false;
};

//! A backslash escapes a quote or itself only: file names of some systems hold bare ones.
bool ParameterReader::readQuoted()
{
    qsizetype at = 1;
    for (; at < m_rest.size() && m_rest[at] != '"'; ++at) {
        const bool escapes = m_rest[at] == '\\' && at + 1 < m_rest.size()
            && (m_rest[at + 1] == '"' || m_rest[at + 1] == '\\');
        at += escapes ? 1 : 0;
        m_value += m_rest[at];
    }
    if (at >= m_rest.size())
        return breakOff();
    m_rest = m_rest.sliced(at + 1).trimmed();
    return m_rest.isEmpty() || m_rest[0] == ';' || breakOff();
}

bool ParameterReader::next()
{
    m_rest = m_rest.trimmed();
    if (m_rest.isEmpty())
        return false;
    if (m_rest[0] != ';')
        return breakOff();
    m_rest = m_rest.sliced(1).trimmed();
    if (m_rest.isEmpty())
        return false;
    const qsizetype equals = m_rest.indexOf('=');
    if (equals <= 0)
        return breakOff();
    m_name = m_rest.first(equals).trimmed();
    m_rest = m_rest.sliced(equals + 1).trimmed();
    m_value.clear();
    if (m_rest.startsWith('"'))
        return readQuoted();
    const qsizetype semicolon = m_rest.indexOf(';');
    const QByteArrayView bare = semicolon < 0 ? m_rest : m_rest.first(semicolon);
    m_value = bare.trimmed().toByteArray();
    m_rest = m_rest.sliced(bare.size());
    return true;
}

//! RFC 2046 section 5.1.1.
bool isBoundary(QByteArrayView text)
{
    constexpr qsizetype longest = 70;
    const auto isAllowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || QByteArrayView("'()+_,-./:=? ").contains(c);
    };
    return !text.isEmpty() && text.size() <= longest && text.back() != ' '
        && std::all_of(text.begin(), text.end(), isAllowed);
}

//! Reads a body part by part.
class FormReader
{
public:
    FormReader(QByteArrayView body, QByteArrayView boundary, const MultipartLimits &limits)
        : m_body(body)
        , m_delimiter("\r\n--"_ba + boundary)
        , m_limits(limits)
    {
    }

    Result<MultipartForm> read();

private:
    qsizetype find(QByteArrayView what, qsizetype from) const;
    //! Behind a boundary: a further part, the end of the form, or neither.
    enum class Next { Part, End, Broken };
    Next readBoundaryEnd();
    Result<void> readPart();
    Result<void> readField(QByteArrayView line, FormPart &part);
    Result<void> readDisposition(QByteArrayView value, FormPart &part);
    Result<void> add(FormPart part);

    const QByteArrayView m_body;
    const QByteArray m_delimiter;
    const MultipartLimits m_limits;
    MultipartForm m_form;
    qsizetype m_at = 0;
};

qsizetype FormReader::find(QByteArrayView what, qsizetype from) const
{
    const std::string_view text(m_body.data(), static_cast<std::size_t>(m_body.size()));
    const std::string_view wanted(what.data(), static_cast<std::size_t>(what.size()));
    const std::size_t found = text.find(wanted, static_cast<std::size_t>(from));
    return found == std::string_view::npos ? -1 : qsizetype(found);
}

FormReader::Next FormReader::readBoundaryEnd()
{
    const bool isLast = m_body.sliced(m_at).startsWith("--");
    m_at += isLast ? 2 : 0;
    while (m_at < m_body.size() && (m_body[m_at] == ' ' || m_body[m_at] == '\t'))
        ++m_at;
    const QByteArrayView rest = m_body.sliced(m_at);
    if (isLast)
        return rest.isEmpty() || rest == "\r\n" ? Next::End : Next::Broken;
    m_at += 2;
    return rest.startsWith("\r\n") ? Next::Part : Next::Broken;
}

Result<void> FormReader::readDisposition(QByteArrayView value, FormPart &part)
{
    const qsizetype end = value.indexOf(';');
    if (end < 0 || !equalsIgnoringCase(value.first(end).trimmed(), "form-data"))
        return wrong(u"a part is no form-data"_s);
    if (!part.name.isEmpty())
        return wrong(u"a part says twice what it is"_s);
    ParameterReader parameters(value.sliced(end));
    while (parameters.next()) {
        if (equalsIgnoringCase(parameters.name(), "name")) {
            if (!part.name.isEmpty() || parameters.value().isEmpty())
                return wrong(u"a part must have one name"_s);
            part.name = parameters.value();
        } else if (equalsIgnoringCase(parameters.name(), "filename")
                   || equalsIgnoringCase(parameters.name(), "filename*")) {
            part.isFile = true;
        } else if (equalsIgnoringCase(parameters.name(), "name*")) {
            return wrong(u"a part's name must be plain"_s);
        }
    }
    if (parameters.isBroken() || part.name.isEmpty())
        return wrong(u"a part has no name"_s);
    return {};
}

Result<void> FormReader::readField(QByteArrayView line, FormPart &part)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || line[0] == ' ' || line[0] == '\t' || line[colon - 1] == ' ')
        return wrong(u"a header field of a part is broken"_s);
    const auto breaks = [](char c) { return isControl(c) && c != '\t'; };
    if (std::any_of(line.begin(), line.end(), breaks))
        return wrong(u"a header field of a part has control characters"_s);
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (equalsIgnoringCase(name, "content-disposition"))
        return readDisposition(value, part);
    if (equalsIgnoringCase(name, "content-length"))
        part.hasLength = true;
    if (equalsIgnoringCase(name, "content-transfer-encoding") && !equalsIgnoringCase(value, "7bit")
        && !equalsIgnoringCase(value, "8bit") && !equalsIgnoringCase(value, "binary"))
        return wrong(u"a part has a transfer encoding; send it as it is"_s);
    return {};
}

//! A header that is too long has no end where one is looked for.
Result<void> FormReader::readPart()
{
    FormPart part;
    const qsizetype begin = m_at;
    while (!m_body.sliced(m_at).startsWith("\r\n")) {
        const QByteArrayView window =
            m_body.sliced(m_at).first(std::min(m_limits.head + 2, m_body.size() - m_at));
        const qsizetype end = window.indexOf("\r\n");
        if (end < 0 || m_at + end - begin > m_limits.head)
            return wrong(window.size() > m_limits.head || end >= 0
                             ? u"the header of a part is longer than %1 bytes"_s.arg(m_limits.head)
                             : u"it ends inside a part's header"_s);
        if (auto field = readField(window.first(end), part); !field)
            return field;
        m_at += end + 2;
    }
    if (part.name.isEmpty())
        return wrong(u"a part has no name"_s);
    part.head = {begin, m_at + 2};
    // The line end of the empty line may be that of the boundary, too, when a value is empty.
    const qsizetype end = find(m_delimiter, m_at);
    if (end < 0)
        return wrong(u"is not ended by the boundary"_s, part.name);
    if (end == m_at)
        return wrong(u"has no empty line behind its header"_s, part.name);
    part.value = {m_at + 2, end};
    m_at = end + m_delimiter.size();
    return add(std::move(part));
}

Result<void> FormReader::add(FormPart part)
{
    if (qsizetype(m_form.parts.size()) >= m_limits.parts)
        return wrong(u"it has more than %1 parts"_s.arg(m_limits.parts));
    const qsizetype size = part.value.end - part.value.begin;
    if (!part.isFile && size > m_limits.text)
        return wrong(u"is longer than %1 bytes"_s.arg(m_limits.text), part.name);
    const bool mayRepeat = part.isFile || part.name.endsWith("[]");
    const FormPart *const same = m_form.find(part.name);
    if (same && (!mayRepeat || !(same->isFile || part.name.endsWith("[]"))))
        return wrong(u"stands twice"_s, part.name);
    m_form.parts.push_back(std::move(part));
    return {};
}

Result<MultipartForm> FormReader::read()
{
    const QByteArrayView first = QByteArrayView(m_delimiter).sliced(2);
    if (!m_body.startsWith(first))
        return wrong(u"it does not begin with its boundary"_s);
    m_at = first.size();
    Next next = readBoundaryEnd();
    while (next == Next::Part) {
        if (auto part = readPart(); !part)
            return part.error();
        next = readBoundaryEnd();
    }
    if (next == Next::Broken)
        return wrong(u"a boundary is followed by other text"_s);
    if (m_form.parts.empty())
        return wrong(u"it is empty"_s);
    return std::move(m_form);
}

} // namespace

const FormPart *MultipartForm::find(QByteArrayView name) const
{
    const auto part = std::ranges::find(parts, name, &FormPart::name);
    return part == parts.end() ? nullptr : &*part;
}

QByteArrayView MultipartForm::text(QByteArrayView name, QByteArrayView body) const
{
    const FormPart *const part = find(name);
    if (!part || part->isFile)
        return {};
    return body.sliced(part->value.begin, part->value.end - part->value.begin);
}

Result<QByteArray> multipartBoundary(QByteArrayView contentType)
{
    const qsizetype end = contentType.indexOf(';');
    const QByteArrayView type = (end < 0 ? contentType : contentType.first(end)).trimmed();
    if (!equalsIgnoringCase(type, "multipart/form-data"))
        return wrong(u"send it as multipart/form-data"_s);
    QByteArray boundary;
    ParameterReader parameters(end < 0 ? QByteArrayView() : contentType.sliced(end));
    while (parameters.next()) {
        if (!equalsIgnoringCase(parameters.name(), "boundary"))
            continue;
        if (!boundary.isEmpty())
            return wrong(u"its content type has two boundaries"_s);
        boundary = parameters.value();
    }
    if (parameters.isBroken() || !isBoundary(boundary))
        return wrong(u"its content type has no sound boundary"_s);
    return boundary;
}

Result<MultipartForm> readMultipart(QByteArrayView body, QByteArrayView boundary,
                                    const MultipartLimits &limits)
{
    return FormReader(body, boundary, limits).read();
}

Result<QByteArray> formModel(const MultipartForm &form, QByteArrayView body)
{
    const FormPart *const part = form.find("model");
    if (!part)
        return wrong(u"is missing"_s, "model"_ba);
    const QByteArrayView model = form.text("model", body);
    if (part->isFile || model.isEmpty())
        return wrong(u"must be a text"_s, "model"_ba);
    if (model.size() > RequestScanner::maxModelName)
        return wrong(u"is longer than %1 bytes"_s.arg(RequestScanner::maxModelName), "model"_ba);
    if (std::any_of(model.begin(), model.end(), isControl) || !model.isValidUtf8())
        return wrong(u"is no valid text"_s, "model"_ba);
    return model.toByteArray();
}

Result<std::vector<QByteArray>> replaceFormModel(const QByteArray &body, const MultipartForm &form,
                                                 const QByteArray &model)
{
    const FormPart *const part = form.find("model");
    if (!part || part->isFile)
        return wrong(u"is missing"_s, "model"_ba);
    if (std::any_of(model.begin(), model.end(), isControl))
        return Error{ErrorCode::Internal,
                     u"the provider's name of the model has control "
                     "characters"_s};
    const qsizetype begin = part->hasLength ? part->head.begin : part->value.begin;
    QByteArray piece = part->hasLength
        ? "Content-Disposition: form-data; name=\"model\"\r\n\r\n"_ba + model
        : model;
    return std::vector<QByteArray>{
        QByteArray::fromRawData(body.constData(), begin), std::move(piece),
        QByteArray::fromRawData(body.constData() + part->value.end, body.size() - part->value.end)};
}

} // namespace Gatehouse::Dialects
