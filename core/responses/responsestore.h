// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/responses/responsetable.h"

#include <atomic>
#include <functional>

namespace Gatehouse::Responses {

//! Stored responses on a thread of their own: nobody who asks waits. What is asked is done in the
//! order of asking, so that a response can be loaded as soon as save() has returned; what waits
//! together is one durable transaction. A process that is killed loses what still waited.
class ResponseStore
{
public:
    //! Runs a function on the thread that asked.
    using Post = std::function<void(std::function<void()>)>;
    template <typename T>
    using Done = std::function<void(Result<T>)>;

    //! Begins at once; a file that is damaged is put aside and begun anew. \a clock outlives it.
    ResponseStore(const QString &path, const Retention &retention, const Clock &clock);
    //! Does what waits. Answers may still be posted meanwhile.
    ~ResponseStore();
    ResponseStore(const ResponseStore &) = delete;
    ResponseStore &operator=(const ResponseStore &) = delete;

    // any thread
    bool isOn() const { return m_isOn.load(std::memory_order_relaxed); }
    //! With an age of 0 everything is deleted.
    void setRetention(const Retention &retention);
    void save(StoredResponse response);
    void load(const QByteArray &id, const Owner &caller, Post post, Done<StoredResponse> done);
    void conversation(const QByteArray &id, const Owner &caller, Post post,
                      Done<Conversation> done);
    void remove(const QByteArray &id, const Owner &caller, Post post, Done<void> done);

private:
    class Keeper;
    std::atomic<bool> m_isOn;
    std::unique_ptr<Keeper> m_keeper;
};

} // namespace Gatehouse::Responses
