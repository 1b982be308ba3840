// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace Gatehouse::Ui {

//! A short answer, in the language of the interface.
struct HelpTopic {
    QString id; //!< of a page, or of a matter: "baseUrl"
    QString title;
    QString english; //!< the title before translation
    QString text;
};

//! Every topic, those of pages first.
QList<HelpTopic> helpTopics();

} // namespace Gatehouse::Ui
