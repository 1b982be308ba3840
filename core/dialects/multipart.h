// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dialects/requestscan.h"

#include <vector>

namespace Gatehouse::Dialects {

//! One part of a form. Offsets are into the body that was read.
struct FormPart {
    QByteArray name;
    bool isFile = false;    //!< it has a file name, which is never looked at
    bool hasLength = false; //!< it says its own length
    Span head;              //!< its header fields with the empty line behind them
    Span value;

    bool operator==(const FormPart &) const = default;
};

//! The parts of a multipart/form-data body, in their order.
struct MultipartForm {
    std::vector<FormPart> parts;

    const FormPart *find(QByteArrayView name) const; //!< null when there is none
    //! The text of the part \a name of \a body, without a copy; empty when absent or a file.
    QByteArrayView text(QByteArrayView name, QByteArrayView body) const;

    bool operator==(const MultipartForm &) const = default;
};

struct MultipartLimits {
    int parts = 64;
    qsizetype head = 4096;        //!< bytes of one part's header fields
    qsizetype text = 1024 * 1024; //!< bytes of one part that is no file
};

//! The boundary of a form's content type: "multipart/form-data; boundary=x". Errors are
//! UnsupportedMedia's matter: InvalidArgument without a path.
Result<QByteArray> multipartBoundary(QByteArrayView contentType);

//! Takes a form apart (RFC 7578, RFC 2046 section 5.1) without copying it. Strict where readers
//! differ, so that a provider cannot see another form than the gateway: nothing before the first
//! boundary and behind the last, line ends are CRLF, no transfer encodings, no name twice but for
//! lists ("image[]") and files. Errors are InvalidArgument; path is the part's name where known.
Result<MultipartForm> readMultipart(QByteArrayView body, QByteArrayView boundary,
                                    const MultipartLimits &limits = {});

//! The value of the part "model", checked as a request's "model" is.
Result<QByteArray> formModel(const MultipartForm &form, QByteArrayView body);

//! \a body with another model; every other byte is kept, but for a length the part said itself.
//! The pieces share \a body's memory as raw slices: it must outlive them unchanged. A model with
//! control characters is refused, as it could end its part.
Result<std::vector<QByteArray>> replaceFormModel(const QByteArray &body, const MultipartForm &form,
                                                 const QByteArray &model);

} // namespace Gatehouse::Dialects
