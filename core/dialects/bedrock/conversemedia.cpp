// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialects/bedrock/conversemedia.h"

#include "core/dialects/fields.h"
#include "core/dialects/jsonwriter.h"

#include <algorithm>
#include <array>

namespace Gatehouse::Dialects {

namespace {

constexpr QByteArrayView upstream("Amazon Bedrock");
constexpr qsizetype longestName = 200;

struct MediaFormat {
    QByteArrayView mimeType;
    QByteArrayView block;  //!< name of the content block
    QByteArrayView format; //!< its "format"
};

// docs.aws.amazon.com: ImageBlock, DocumentBlock, AudioBlock, VideoBlock (November 2026).
constexpr std::array mediaFormats{
    MediaFormat{"image/png", "image", "png"},
    MediaFormat{"image/jpeg", "image", "jpeg"},
    MediaFormat{"image/jpg", "image", "jpeg"},
    MediaFormat{"image/gif", "image", "gif"},
    MediaFormat{"image/webp", "image", "webp"},
    MediaFormat{"application/pdf", "document", "pdf"},
    MediaFormat{"text/csv", "document", "csv"},
    MediaFormat{"application/msword", "document", "doc"},
    MediaFormat{"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "document", "docx"},
    MediaFormat{"application/vnd.ms-excel", "document", "xls"},
    MediaFormat{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "document",
                "xlsx"},
    MediaFormat{"text/html", "document", "html"},
    MediaFormat{"text/plain", "document", "txt"},
    MediaFormat{"text/markdown", "document", "md"},
    MediaFormat{"audio/mpeg", "audio", "mp3"},
    MediaFormat{"audio/mp3", "audio", "mp3"},
    MediaFormat{"audio/wav", "audio", "wav"},
    MediaFormat{"audio/x-wav", "audio", "wav"},
    MediaFormat{"audio/wave", "audio", "wav"},
    MediaFormat{"audio/flac", "audio", "flac"},
    MediaFormat{"audio/ogg", "audio", "ogg"},
    MediaFormat{"audio/opus", "audio", "opus"},
    MediaFormat{"audio/aac", "audio", "aac"},
    MediaFormat{"audio/mp4", "audio", "mp4"},
    MediaFormat{"audio/m4a", "audio", "m4a"},
    MediaFormat{"audio/webm", "audio", "webm"},
    MediaFormat{"audio/pcm", "audio", "pcm"},
    MediaFormat{"video/mp4", "video", "mp4"},
    MediaFormat{"video/quicktime", "video", "mov"},
    MediaFormat{"video/x-matroska", "video", "mkv"},
    MediaFormat{"video/webm", "video", "webm"},
    MediaFormat{"video/mpeg", "video", "mpeg"},
    MediaFormat{"video/x-flv", "video", "flv"},
    MediaFormat{"video/x-ms-wmv", "video", "wmv"},
    MediaFormat{"video/3gpp", "video", "three_gp"},
};

//! By type ("text/plain; charset=utf-8" too), else by the file name's extension; null: unknown.
const MediaFormat *formatOf(const Media &media)
{
    const QByteArray type = media.mimeType.split(';').constFirst().trimmed().toLower();
    auto found = std::ranges::find(mediaFormats, QByteArrayView(type), &MediaFormat::mimeType);
    if (found == mediaFormats.end() && (type.isEmpty() || type == "application/octet-stream")) {
        const qsizetype dot = media.name.lastIndexOf('.');
        const QByteArray extension = dot < 0 ? QByteArray() : media.name.mid(dot + 1).toLower();
        found = std::ranges::find(mediaFormats, QByteArrayView(extension), &MediaFormat::format);
    }
    return found == mediaFormats.end() ? nullptr : &*found;
}

Field fieldOf(PartKind kind)
{
    if (kind == PartKind::Image)
        return Field::Images;
    return kind == PartKind::Audio ? Field::Audio : Field::Files;
}

bool isAllowed(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView(" -()[]").contains(c);
}

QByteArray allowedName(QByteArrayView name)
{
    QByteArray allowed;
    for (const char c : name) {
        if ((quint8(c) & 0xc0) != 0x80) // one for each character, however many bytes
            allowed += isAllowed(c) ? c : '-';
    }
    allowed = allowed.simplified().left(longestName - 5); // room for a number
    return allowed.isEmpty() ? QByteArray("document") : allowed;
}

void writeSource(JsonWriter &json, const MediaFormat &format, QByteArrayView base64,
                 const QByteArray &name)
{
    json.beginObject().key(format.block).beginObject().member("format", format.format);
    json.ifGiven("name", name);
    json.key("source").beginObject().member("bytes", base64).endObject();
    json.endObject().endObject();
}

} // namespace

QByteArray DocumentNames::next(QByteArrayView name)
{
    const QByteArray base = allowedName(name);
    QByteArray unique = base;
    for (int number = 2; std::ranges::find(m_used, unique) != m_used.end(); ++number)
        unique = base + " (" + QByteArray::number(number) + ')';
    m_used.push_back(unique);
    return unique;
}

Result<void> writeConverseMedia(const Part &part, Format source, DocumentNames &names,
                                JsonWriter &json)
{
    const Media &media = part.media;
    const Field field = fieldOf(part.kind);
    const bool isText = media.data.isEmpty() && !part.text.isEmpty();
    if (media.data.isEmpty() && !isText)
        return cannotSay(source, field, upstream,
                         "it takes no addresses and no file ids. Send the bytes as base64.");
    constexpr MediaFormat plain{"text/plain", "document", "txt"};
    const MediaFormat *const format = isText ? &plain : formatOf(media);
    if (!format || (part.kind == PartKind::Image && format->block != "image"))
        return cannotSay(source, field, upstream,
                         QByteArray("it does not take the type '" + media.mimeType + "'."));
    const QByteArray name = format->block == "document" ? names.next(media.name) : QByteArray();
    writeSource(json, *format, isText ? part.text.toBase64() : media.data, name);
    return {};
}

} // namespace Gatehouse::Dialects
