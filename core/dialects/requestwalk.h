// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dialects/requestkeys.h"

#include <simdjson.h>

#include <cstring>
#include <optional>

namespace Gatehouse::Dialects::RequestParts {

namespace ondemand = simdjson::ondemand;

//! What the strings below a value mean.
enum class Role {
    Ignored,
    Conversation, //!< count text, look for parts
    Definitions,  //!< tools: count text
    OutputFormat, //!< look for a schema
    FreeForm,     //!< metadata: no steering members
};

inline QByteArrayView bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

//! Hashes the first bytes of texts as they come by; eight at a time.
class BeginningHash
{
public:
    void add(std::string_view text)
    {
        text = text.substr(0, m_left);
        m_left -= text.size();
        for (; text.size() >= sizeof(quint64); text.remove_prefix(sizeof(quint64))) {
            quint64 word = 0;
            std::memcpy(&word, text.data(), sizeof word);
            mix(word);
        }
        for (const char c : text)
            mix(static_cast<unsigned char>(c));
    }
    void stop() { m_left = 0; }
    //! 0 when nothing came by.
    quint64 value() const { return m_hash == basis ? 0 : m_hash; }

private:
    void mix(quint64 word)
    {
        m_hash = (m_hash ^ word) * 0x9e3779b97f4a7c15U;
        m_hash ^= m_hash >> 29;
    }

    static constexpr quint64 basis = 0xcbf29ce484222325U;
    static constexpr std::size_t mostBytes = 2048;

    quint64 m_hash = basis;
    std::size_t m_left = mostBytes;
};

//! One pass over a document. Functions return false once an error is set.
class Walk
{
public:
    Walk(Format front, std::string_view body, ondemand::document &document)
        : m_front(front)
        , m_isOllama(familyOf(front) == Family::Ollama)
        , m_body(body)
        , m_document(document)
    {
    }

    bool run();
    RequestScan scan;
    Error error{ErrorCode::InvalidArgument, {}, {}};

private:
    bool fail(QString message, QString param = {});
    bool malformed(const char *what, const char *at = nullptr);
    bool broken(simdjson::error_code code);

    bool member(std::string_view name, ondemand::value value);
    bool handle(Key key, std::string_view name, ondemand::value value);
    bool readModel(ondemand::value value);
    bool readStream(ondemand::value value);
    bool readStreamOptions(ondemand::value value);
    bool readConversation(Key key, std::string_view name, ondemand::value value);
    bool readPrevious(ondemand::value value);
    bool readSystem(ondemand::value value);
    bool readLimit(ondemand::value value);
    bool readCount(ondemand::value value);
    bool readSpoken(ondemand::value value);
    bool readOptions(ondemand::value value);
    bool seen(Key key) const;
    bool checkRequired();

    bool value(ondemand::value value, std::string_view key, int depth, Role role);
    bool object(ondemand::object object, int depth, Role role);
    bool array(ondemand::array array, std::string_view key, int depth, Role role);
    bool string(std::string_view token, std::string_view key, Role role);
    bool literal(std::string_view token);
    void part(std::string_view type);
    void mediaType(std::string_view type);

    std::optional<std::string_view> key(ondemand::field &field);
    std::string_view token(ondemand::value &value) const;
    qsizetype offset(const char *at) const { return at - m_body.data(); }
    qsizetype endOfContainer();

    Format m_front;
    bool m_isOllama;
    std::string_view m_body;
    ondemand::document &m_document;
    quint32 m_seen = 0;
    int m_elements = 0; //!< of the top-level list just read
    BeginningHash m_system;
    BeginningHash m_turns;
    BeginningHash *m_beginning = &m_turns; //!< of what is being read
};

} // namespace Gatehouse::Dialects::RequestParts
