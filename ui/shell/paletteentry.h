// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <functional>

namespace Gatehouse::Ui {

//! One row of the command palette: something that can be gone to or done.
struct PaletteEntry {
    enum class Kind {
        Page,
        Action,
        Setting,
        Provider,
        Route,
        Key,
        Team,
        Model,
        Request,
        Help,
        Choice, //!< an answer to what an action asked
    };

    Kind kind = Kind::Action;
    QString id; //!< stable, for what was used lately: "action.refreshPage", "provider/openai"
    QString iconName;
    QString name;
    QString english = {};  //!< found by these words as well, in every language
    QString where = {};    //!< "Settings ▸ Appearance", "Provider"
    QString shortcut = {}; //!< as people write it
    std::function<void()> run = {};
    //! The action asks which: these are the answers. run is not called then.
    std::function<QList<PaletteEntry>()> choices = {};
};

//! How well \a typed finds \a entry: 0 not at all, else the more the better. Words may stand in any
//! order, each at the beginning of a word, inside one, or as initials ("caa" is "Connect an app").
int paletteScore(const PaletteEntry &entry, const QString &typed);

} // namespace Gatehouse::Ui
