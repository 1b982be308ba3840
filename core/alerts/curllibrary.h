// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <curl/curl.h>

namespace Gatehouse::Alerts {

//! libcurl, loaded when the first mail is sent: most gateways send none, and what comes with it
//! (Kerberos, LDAP, SSH, GnuTLS) would take 4 MB of each.
struct CurlLibrary {
    decltype(&::curl_easy_init) init;
    decltype(&::curl_easy_setopt) setOption; //!< without the header's check of types
    decltype(&::curl_easy_perform) perform;
    decltype(&::curl_easy_getinfo) information;
    decltype(&::curl_easy_strerror) words;
    decltype(&::curl_easy_cleanup) cleanUp;
    decltype(&::curl_slist_append) append;
    decltype(&::curl_slist_free_all) freeAll;

    //! The library, loaded once and kept; null when this machine has none. Any thread.
    static const CurlLibrary *instance();
};

} // namespace Gatehouse::Alerts
