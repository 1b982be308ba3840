// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialects/translation.h"
#include "core/providers/upstreamrequest.h"

namespace Gatehouse::Providers {

//! One request in OpenAI's words, put to a provider in the words it knows, and its answer in
//! OpenAI's words again: every kind of provider is tested by the same questions.
class Question
{
public:
    //! Errors say what the provider cannot be asked. \a provider outlives the question.
    static Result<Question> make(const Config::Provider &provider, Dialects::Format front,
                                 const QByteArray &model, const QByteArray &body,
                                 bool stream = false);

    Http::UpstreamRequest request(const Credential &key, WallTime now) const;

    struct Answer {
        QByteArray body; //!< in OpenAI's words
        Usage usage;
    };
    //! The body of a 2xx answer; an error says what is wrong with it.
    Result<Answer> answer(const QByteArray &body) const;
    //! Takes a streamed answer; the question must outlive it.
    std::unique_ptr<Dialects::StreamWatch> stream() const;

private:
    explicit Question(const Config::Provider &provider)
        : m_provider(&provider)
    {
    }
    Dialects::ReplyContext context() const;

    const Config::Provider *m_provider;
    Dialects::Format m_upstream = Dialects::Format::OpenAiChat;
    bool m_stream = false;
    QByteArray m_model;
    QByteArray m_body;
    QByteArrayView m_version;
    Dialects::Format m_front = Dialects::Format::OpenAiChat;
    std::unique_ptr<Dialects::Translation> m_translation; //!< none: the provider knows the words
};

} // namespace Gatehouse::Providers
