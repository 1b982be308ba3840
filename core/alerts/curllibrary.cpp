// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/curllibrary.h"

#include <QtCore/QLibrary>

#include <optional>

using namespace Qt::StringLiterals;

namespace Gatehouse::Alerts {

namespace {

constexpr int abiVersion = 4; // the same since 2006

template <typename Function>
bool find(QLibrary &library, const char *name, Function &function)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

std::optional<CurlLibrary> load()
{
    QLibrary library(u"curl"_s, abiVersion);
    library.setLoadHints(QLibrary::PreventUnloadHint);
    decltype(&::curl_global_init) globalInit = nullptr;
    CurlLibrary curl{};
    const bool complete = find(library, "curl_global_init", globalInit)
        && find(library, "curl_easy_init", curl.init)
        && find(library, "curl_easy_setopt", curl.setOption)
        && find(library, "curl_easy_perform", curl.perform)
        && find(library, "curl_easy_getinfo", curl.information)
        && find(library, "curl_easy_strerror", curl.words)
        && find(library, "curl_easy_cleanup", curl.cleanUp)
        && find(library, "curl_slist_append", curl.append)
        && find(library, "curl_slist_free_all", curl.freeAll);
    if (!complete || globalInit(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return std::nullopt;
    return curl;
}

} // namespace

const CurlLibrary *CurlLibrary::instance()
{
    static const std::optional<CurlLibrary> library = load();
    return library ? &*library : nullptr;
}

} // namespace Gatehouse::Alerts
