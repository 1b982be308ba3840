// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/helptopics.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

struct Source {
    const char *id;
    const char *title;
    const char *text;
};

constexpr Source sources[] = {
    {"overview", QT_TRANSLATE_NOOP("HelpTopic", "Overview"),
     QT_TRANSLATE_NOOP("HelpTopic",
                       "Is the gateway running, what does it cost, is it fast and reliable: one "
                       "look.\n\nActivate any number, bar or table cell to see the requests behind "
                       "it. Success counts a request as answered when any attempt answered it; "
                       "mistakes of callers and cancelled requests are outside the rate. A dash "
                       "means that the value is not known, which is not zero.")},
    {"requests", QT_TRANSLATE_NOOP("HelpTopic", "Requests"),
     QT_TRANSLATE_NOOP(
         "HelpTopic",
         "Every request with its route, attempts and cost, newest first.\n\nType filter words such "
         "as status:error, provider:openai or latency>2s; the search is over everything stored, "
         "not only over the rows shown. Space pauses and resumes the live view, Enter opens the "
         "story of a request, J and K move through them while it is open.")},
    {"providers", QT_TRANSLATE_NOOP("HelpTopic", "Providers"),
     QT_TRANSLATE_NOOP("HelpTopic",
                       "The services and local servers that answer requests, with their keys, "
                       "models and limits.\n\nA paused provider gets no new requests; routes use "
                       "their other targets. Health comes from the traffic of the last five "
                       "minutes.")},
    {"routes", QT_TRANSLATE_NOOP("HelpTopic", "Models and routes"),
     QT_TRANSLATE_NOOP("HelpTopic",
                       "A route is a model name that apps ask for, and the list of targets that "
                       "may answer.\n\nThe gateway tries targets in the order of the route's "
                       "policy and goes on to the next one when a target fails before its answer "
                       "has begun.")},
    {"access", QT_TRANSLATE_NOOP("HelpTopic", "Keys and teams"),
     QT_TRANSLATE_NOOP("HelpTopic",
                       "Virtual keys are what apps use instead of the keys of providers.\n\nA "
                       "secret is shown once, when it is made. A key can be limited to routes and "
                       "can be disabled, rotated or deleted at any time.")},
    {"settings", QT_TRANSLATE_NOOP("HelpTopic", "Settings"),
     QT_TRANSLATE_NOOP("HelpTopic",
                       "How this window looks, and how the gateway listens and stores.\n\nA value "
                       "with a lock is set by the configuration file or the command line and is "
                       "changed there.")},
    {"baseUrl", QT_TRANSLATE_NOOP("HelpTopic", "Connect an app"),
     QT_TRANSLATE_NOOP("HelpTopic",
                       "Give the app the base URL from the top bar and a virtual key instead of "
                       "the key of a provider. Apps that speak the OpenAI or the Anthropic API "
                       "need no other change.")},
    {"costs", QT_TRANSLATE_NOOP("HelpTopic", "How costs are counted"),
     QT_TRANSLATE_NOOP("HelpTopic",
                       "Each request is priced when it ends, by the tokens that the provider "
                       "reports and the price list in force. A model without a price shows as "
                       "unpriced and is not in any total.")},
    {"undo", QT_TRANSLATE_NOOP("HelpTopic", "Undo a change"),
     QT_TRANSLATE_NOOP("HelpTopic",
                       "Every change of the configuration is a revision. Ctrl+Z takes back the "
                       "last change of this window, also long after its message has gone.")},
    {"closing", QT_TRANSLATE_NOOP("HelpTopic", "Without a window"),
     QT_TRANSLATE_NOOP("HelpTopic",
                       "With a tray, closing the window leaves the gateway running there. Without "
                       "one, closing offers to run it as a background service; starting Gatehouse "
                       "again shows that gateway.")},
};

} // namespace

QList<HelpTopic> helpTopics()
{
    QList<HelpTopic> topics;
    for (const Source &source : sources) {
        HelpTopic topic;
        topic.id = QString::fromLatin1(source.id);
        topic.title = QCoreApplication::translate("HelpTopic", source.title);
        topic.english = QString::fromLatin1(source.title);
        topic.text = QCoreApplication::translate("HelpTopic", source.text);
        topics.append(topic);
    }
    return topics;
}

} // namespace Gatehouse::Ui
