// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayList>
#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace Gatehouse::Reports {

//! Writes a plain report as PDF 1.4 (ISO 32000) without any graphics library, for the daemon: A4
//! pages of headings, lines, tables and bars, numbered at their foot. Text is set in Helvetica,
//! which every viewer has; what Helvetica lacks is set in STSong, which viewers take from the
//! system, so Chinese names need a viewer with Chinese fonts. Nothing is embedded.
class PdfDocument
{
public:
    struct Column {
        QString title;
        double share = 1;      //!< of the width, against the other columns
        bool isNumber = false; //!< set to the right
    };

    PdfDocument(const QString &title, const QDateTime &made);

    void heading(const QString &text);
    void line(const QString &text);
    //! Text too wide for its column is cut with an ellipsis. The head stands again on each page.
    void table(const QList<Column> &columns, const QList<QStringList> &rows);
    struct Bar {
        QString label;
        QString value;
        double share = 0; //!< 0 to 1
    };
    void bars(const QList<Bar> &bars);

    //! The file. The document is used up.
    QByteArray finish();

    //! How wide \a text is in thousandths of the font's size.
    static int widthOf(const QString &text);

private:
    enum class Face { Regular, Bold };
    void need(double height);
    void newPage();
    void text(double x, double y, const QString &text, double size, Face face);
    void cells(const QList<Column> &columns, const QStringList &row, Face face);
    void rule(double y);

    QString m_title;
    QDateTime m_made;
    QByteArrayList m_pages; //!< finished content
    QByteArray m_content;
    double m_y = 0;
};

} // namespace Gatehouse::Reports
