// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/pdfdocument.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Gatehouse::Reports {

namespace {

// points; A4
constexpr double pageWidth = 595;
constexpr double pageHeight = 842;
constexpr double margin = 48;
constexpr double textWidth = pageWidth - 2 * margin;
constexpr double bodySize = 9;
constexpr double headingSize = 12;
constexpr double titleSize = 18;
constexpr double rowHeight = 15;
constexpr double cellGap = 6;
constexpr int foreignWidth = 1000;

//! Widths of Helvetica from space to tilde in thousandths (Adobe's metrics, Core14 AFM files).
constexpr std::array<short, 95> helvetica{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

//! The byte of WinAnsiEncoding, 0 where it has none.
char winAnsi(QChar c)
{
    const char16_t unit = c.unicode();
    if ((unit >= 0x20 && unit < 0x7f) || (unit >= 0xa0 && unit <= 0xff))
        return static_cast<char>(unit);
    switch (unit) {
    case u'\u20ac':
        return '\x80';
    case u'\u2026':
        return '\x85';
    case u'\u2018':
        return '\x91';
    case u'\u2019':
        return '\x92';
    case u'\u201c':
        return '\x93';
    case u'\u201d':
        return '\x94';
    case u'\u2022':
        return '\x95';
    case u'\u2013':
        return '\x96';
    case u'\u2014':
        return '\x97';
    default:
        return 0;
    }
}

int widthOfOne(QChar c)
{
    constexpr int usual = 556;
    const char byte = winAnsi(c);
    if (byte == 0)
        return foreignWidth;
    const int place = c.unicode() - 0x20;
    return place < int(helvetica.size()) ? helvetica.at(std::size_t(place)) : usual;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 2);
}

//! \a text as a string of hexadecimal digits, which needs no escapes.
QByteArray hex(const QByteArray &bytes)
{
    return '<' + bytes.toHex() + '>';
}

//! Shows \a text piece by piece, each in the font that has it.
QByteArray shown(const QString &text, bool bold, double size)
{
    QByteArray out;
    const QByteArray latin = (bold ? "/F2 " : "/F1 ") + number(size) + " Tf ";
    const QByteArray foreign = "/F3 " + number(size) + " Tf ";
    for (qsizetype at = 0; at < text.size();) {
        const bool isLatin = winAnsi(text[at]) != 0;
        QByteArray piece;
        for (; at < text.size() && (winAnsi(text[at]) != 0) == isLatin; ++at) {
            const char16_t unit = text[at].unicode();
            if (isLatin)
                piece += winAnsi(text[at]);
            else
                piece.append(char(unit >> 8)).append(char(unit & 0xff));
        }
        out += (isLatin ? latin : foreign) + hex(piece) + " Tj ";
    }
    return out;
}

QString fitted(const QString &text, double points, double size)
{
    const double room = points * 1000 / size;
    if (PdfDocument::widthOf(text) <= room)
        return text;
    QString cut = text;
    while (!cut.isEmpty() && PdfDocument::widthOf(cut) + 1000 > room)
        cut.chop(1);
    return cut + u'\u2026';
}

QByteArray object(int n, const QByteArray &body)
{
    return QByteArray::number(n) + " 0 obj\n" + body + "\nendobj\n";
}

QByteArray utf16(const QString &text)
{
    QByteArray bytes("\xfe\xff");
    for (const QChar c : text)
        bytes.append(char(c.unicode() >> 8)).append(char(c.unicode() & 0xff));
    return hex(bytes);
}

} // namespace

PdfDocument::PdfDocument(const QString &title, const QDateTime &made)
    : m_title(title)
    , m_made(made)
{
    newPage();
    m_y -= titleSize;
    text(margin, m_y, title, titleSize, Face::Bold);
    m_y -= cellGap;
}

int PdfDocument::widthOf(const QString &text)
{
    int width = 0;
    for (const QChar c : text)
        width += widthOfOne(c);
    return width;
}

void PdfDocument::newPage()
{
    if (!m_content.isEmpty())
        m_pages.append(std::exchange(m_content, {}));
    m_y = pageHeight - margin;
}

void PdfDocument::need(double height)
{
    if (m_y - height < margin + rowHeight)
        newPage();
}

void PdfDocument::text(double x, double y, const QString &text, double size, Face face)
{
    m_content += "BT 0 g " + number(x) + ' ' + number(y) + " Td "
        + shown(text, face == Face::Bold, size) + "ET\n";
}

void PdfDocument::rule(double y)
{
    m_content += "0.8 G 0.5 w " + number(margin) + ' ' + number(y) + " m "
        + number(margin + textWidth) + ' ' + number(y) + " l S\n";
}

void PdfDocument::heading(const QString &text)
{
    need(headingSize + 3 * rowHeight); // not alone at the foot of a page
    m_y -= headingSize + rowHeight;
    this->text(margin, m_y, text, headingSize, Face::Bold);
    m_y -= cellGap;
}

void PdfDocument::line(const QString &text)
{
    need(rowHeight);
    m_y -= rowHeight;
    this->text(margin, m_y, fitted(text, textWidth, bodySize), bodySize, Face::Regular);
}

void PdfDocument::cells(const QList<Column> &columns, const QStringList &row, Face face)
{
    double whole = 0;
    for (const Column &column : columns)
        whole += column.share;
    double x = margin;
    m_y -= rowHeight;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const double width = textWidth * columns[i].share / whole;
        const QString cell = fitted(row.value(i), width - cellGap, bodySize);
        const double shift =
            columns[i].isNumber ? width - cellGap - widthOf(cell) * bodySize / 1000 : 0;
        text(x + shift, m_y, cell, bodySize, face);
        x += width;
    }
    rule(m_y - 4);
}

void PdfDocument::table(const QList<Column> &columns, const QList<QStringList> &rows)
{
    QStringList titles;
    for (const Column &column : columns)
        titles.append(column.title);
    need(3 * rowHeight);
    cells(columns, titles, Face::Bold);
    for (const QStringList &row : rows) {
        if (m_y - rowHeight < margin + rowHeight) {
            newPage();
            cells(columns, titles, Face::Bold);
        }
        cells(columns, row, Face::Regular);
    }
}

void PdfDocument::bars(const QList<Bar> &bars)
{
    constexpr double labelWidth = 140;
    constexpr double valueWidth = 80;
    constexpr double barWidth = textWidth - labelWidth - valueWidth;
    for (const Bar &bar : bars) {
        need(rowHeight);
        m_y -= rowHeight;
        text(margin, m_y, fitted(bar.label, labelWidth - cellGap, bodySize), bodySize,
             Face::Regular);
        m_content += "0.18 0.29 0.71 rg " + number(margin + labelWidth) + ' ' + number(m_y - 1)
            + ' ' + number(barWidth * qBound(0.0, bar.share, 1.0)) + " 8 re f\n";
        const double shift = textWidth - widthOf(bar.value) * bodySize / 1000;
        text(margin + shift, m_y, bar.value, bodySize, Face::Regular);
    }
    m_y -= rowHeight / 2; // what follows is no bar
}

QByteArray PdfDocument::finish()
{
    newPage();
    constexpr int fixedObjects = 8;
    QByteArrayList objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        {},
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        "/DescendantFonts [6 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] "
        "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        "<< /Title " + utf16(m_title) + " /Producer (Gatehouse) /CreationDate (D:"
            + m_made.toUTC().toString(u"yyyyMMddHHmmss"_s).toLatin1() + "Z) >>"};
    QByteArray kids;
    for (qsizetype page = 0; page < m_pages.size(); ++page) {
        const int first = fixedObjects + 1 + int(page) * 2;
        kids += QByteArray::number(first) + " 0 R ";
        objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font "
                       "<< /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> /Contents "
                       + QByteArray::number(first + 1) + " 0 R >>");
        const QString foot = u"%1 / %2"_s.arg(page + 1).arg(m_pages.size());
        const QByteArray content = m_pages[page] + "BT 0.4 g "
            + number(pageWidth - margin - widthOf(foot) * bodySize / 1000) + " 30 Td "
            + shown(foot, false, bodySize) + "ET\n";
        objects.append("<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n"
                       + content + "endstream");
    }
    objects[1] =
        "<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(m_pages.size()) + " >>";
    QByteArray file("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n");
    QByteArray places;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        places += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += object(int(i) + 1, objects[i]);
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    const QByteArray start = QByteArray::number(file.size());
    return file + "xref\n0 " + count + "\n0000000000 65535 f \n" + places + "trailer\n<< /Size "
        + count + " /Root 1 0 R /Info 8 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace Gatehouse::Reports
