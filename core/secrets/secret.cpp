// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret.h"

#include "core/base/log.h"

#include <QtCore/QByteArray>
#include <sodium.h>

#include <cstring>
#include <mutex>

namespace Gatehouse::Secrets {

namespace {

//! sodium_malloc() locks its pages but does not tell when that fails; locking again does.
void warnOnceWhenNotLocked(void *memory, size_t size)
{
    if (sodium_mlock(memory, size) == 0)
        return;
    static std::once_flag warned;
    std::call_once(warned, [] {
        qCWarning(lcSecrets,
                  "secrets may be swapped to disk: memory cannot be locked, raise "
                  "RLIMIT_MEMLOCK");
    });
}

} // namespace

//! One sodium_malloc() region: own pages, guard pages around them, read-only once filled.
struct Secret::Locked {
    explicit Locked(QByteArrayView value)
        : size(static_cast<size_t>(value.size()))
    {
        if (sodium_init() < 0)
            qFatal("libsodium has no source of random numbers");
        bytes = static_cast<char *>(sodium_malloc(size));
        if (!bytes)
            qFatal("out of memory for a secret");
        warnOnceWhenNotLocked(bytes, size);
        std::memcpy(bytes, value.data(), size);
        sodium_mprotect_readonly(bytes);
    }
    ~Locked() { sodium_free(bytes); } // wipes
    Q_DISABLE_COPY_MOVE(Locked)

    size_t size;
    char *bytes = nullptr;
};

Secret::Secret(QByteArrayView value)
    : m_value(value.isEmpty() ? nullptr : std::make_shared<const Locked>(value))
{
}

bool Secret::isEmpty() const
{
    return !m_value;
}

QByteArrayView Secret::reveal() const
{
    return m_value ? QByteArrayView(m_value->bytes, static_cast<qsizetype>(m_value->size))
                   : QByteArrayView();
}

QByteArray Secret::fingerprint() const
{
    // Four and four of 24 characters leave 16 unknown ones; shorter secrets show less.
    const QByteArrayView value = reveal();
    const qsizetype shown = value.size() >= 24 ? 4 : value.size() >= 12 ? 2 : 0;
    QByteArray text = value.first(shown).toByteArray();
    text += "\u2026";
    text += value.last(shown);
    for (char &c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == '\x7f')
            c = '?';
    }
    return text;
}

bool Secret::operator==(const Secret &other) const
{
    const QByteArrayView a = reveal();
    const QByteArrayView b = other.reveal();
    return a.size() == b.size()
        && (a.isEmpty() || sodium_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0);
}

} // namespace Gatehouse::Secrets
