// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spend/spendpdf.h"

#include "ui/widgets/tokens.h"

#include <QtCore/QBuffer>
#include <QtCore/QSaveFile>
#include <QtCore/QUrl>
#include <QtGui/QImage>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextDocument>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int chartWidth = 1500;
constexpr int chartHeight = 420;
constexpr double barShare = 0.68;
constexpr int resolution = 96;

//! The eight largest have colours, what is left of them is grey.
int seriesAt(qsizetype part)
{
    constexpr qsizetype mostSeries = 8;
    return part < mostSeries ? int(part) : -1;
}

void paintExpected(QPainter &painter, const QRectF &bar, const Colours &colours)
{
    QColor light = colours.seriesFill(-1);
    light.setAlphaF(0.35F);
    painter.fillRect(bar, light);
    painter.fillRect(bar, QBrush(colours.seriesFill(-1), Qt::BDiagPattern));
}

QImage chartOf(const SpendPdf &pdf, const Colours &colours)
{
    QImage image(chartWidth, chartHeight, QImage::Format_RGB32);
    image.fill(Qt::white);
    double most = 0;
    for (const SpendPdf::Bar &bar : pdf.bars)
        most = std::max(most, std::accumulate(bar.parts.begin(), bar.parts.end(), 0.0));
    if (most <= 0)
        return image;
    QPainter painter(&image);
    const double step = double(chartWidth) / double(pdf.bars.size());
    for (qsizetype i = 0; i < pdf.bars.size(); ++i) {
        double bottom = chartHeight;
        for (qsizetype part = 0; part < pdf.bars[i].parts.size(); ++part) {
            const double height = pdf.bars[i].parts[part] / most * chartHeight;
            const QRectF bar((double(i) + (1 - barShare) / 2) * step, bottom - height,
                             step * barShare, height);
            if (pdf.bars[i].isExpected)
                paintExpected(painter, bar, colours);
            else
                painter.fillRect(bar, colours.seriesFill(seriesAt(part)));
            bottom -= height;
        }
    }
    painter.setPen(QPen(colours.border, 2));
    painter.drawLine(0, chartHeight - 1, chartWidth, chartHeight - 1);
    return image;
}

QString legendOf(const SpendPdf &pdf, const Colours &colours)
{
    QString html = u"<p>"_s;
    for (qsizetype i = 0; i < pdf.series.size(); ++i)
        html += u"<span style='color:%1'>&#9632;</span> %2 &nbsp; "_s.arg(
            colours.seriesFill(seriesAt(i)).name(), pdf.series[i].toHtmlEscaped());
    if (!pdf.expected.isEmpty())
        html += u"<span style='color:%1'>&#9637;</span> %2"_s.arg(colours.seriesFill(-1).name(),
                                                                  pdf.expected.toHtmlEscaped());
    return html + u"</p>"_s;
}

QString rowOf(const QStringList &cells, const QString &tag)
{
    QString html = u"<tr>"_s;
    for (qsizetype i = 0; i < cells.size(); ++i)
        html += u"<%1 align='%2'>%3</%1>"_s.arg(tag, i == 0 ? u"left"_s : u"right"_s,
                                                cells[i].toHtmlEscaped());
    return html + u"</tr>"_s;
}

QString htmlOf(const SpendPdf &pdf, const Colours &colours)
{
    QString html = u"<h1>%1</h1>"_s.arg(pdf.title.toHtmlEscaped());
    for (const QString &line : pdf.lines)
        html += u"<p style='margin:0'>%1</p>"_s.arg(line.toHtmlEscaped());
    if (!pdf.bars.isEmpty())
        html += legendOf(pdf, colours)
            + u"<p><img src='chart' width='620'></p><p>%1 – %2</p>"_s.arg(
                pdf.bars.first().label.toHtmlEscaped(), pdf.bars.last().label.toHtmlEscaped());
    html += u"<table width='100%' cellpadding='4' cellspacing='0' border='1' "
            "style='border-collapse:collapse;border-color:#E3E6EB'><thead>"_s
        + rowOf(pdf.head, u"th"_s) + u"</thead>"_s;
    for (qsizetype i = 0; i < pdf.rows.size(); ++i)
        html += rowOf(pdf.rows[i], i + 1 == pdf.rows.size() ? u"th"_s : u"td"_s);
    return html + u"</table>"_s;
}

} // namespace

bool writeSpendPdf(const QString &path, const SpendPdf &pdf)
{
    const Tokens tokens = Tokens::load();
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(pdf.title);
        writer.setCreator(u"Gatehouse"_s);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setResolution(resolution);
        QTextDocument document;
        document.setDefaultStyleSheet(
            u"h1 { font-size: 16pt; } p, td, th { font-size: 8pt; color: #171B22; }"_s);
        document.addResource(QTextDocument::ImageResource, QUrl(u"chart"_s),
                             chartOf(pdf, tokens.light));
        document.setHtml(htmlOf(pdf, tokens.light));
        document.print(&writer);
    }
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        && file.commit();
}

} // namespace Gatehouse::Ui
