// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/paletteobjects.h"
#include "ui/shell/paletteentry.h"

namespace Gatehouse::Ui {

class MainWindow;

//! Everything the palette of a window can find.
class PaletteCatalogue : public QObject
{
    Q_OBJECT

public:
    PaletteCatalogue(MainWindow &window, Api::AdminClient &client);

    //! Reads the objects of the gateway anew; changed() follows when they are others.
    void refresh() { m_objects.refresh(); }
    QList<PaletteEntry> entries() const;
    PaletteEntry requestEntry(const QString &id) const;

Q_SIGNALS:
    void changed();

private:
    void addPages(QList<PaletteEntry> &entries) const;
    void addActions(QList<PaletteEntry> &entries) const;
    void addObjects(QList<PaletteEntry> &entries) const;
    void addHelp(QList<PaletteEntry> &entries) const;
    //! "Pause provider", and which one.
    PaletteEntry pausing(bool pause) const;
    QList<PaletteEntry> providersToPause(bool pause) const;

    MainWindow &m_window;
    PaletteObjects m_objects;
};

} // namespace Gatehouse::Ui
