// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/pricedialog.h"

#include "core/api/documents/validation.h"
#include "ui/widgets/calendar.h"
#include "ui/widgets/labels.h"

#include <QtCore/QDate>
#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

constexpr int dialogWidth = 940;
constexpr int mostHeight = 600; // fits the smallest window; the amounts scroll
constexpr int amountColumns = 4;
constexpr double nanoPerDollar = 1e9;
constexpr int mostDecimals = 9;
constexpr int pictureLines = 3;

//! As people of the language write "2026-03-31"; what is no day stays as it is.
QString shownDay(const QString &stored)
{
    const QDate day = QDate::fromString(stored, Qt::ISODate);
    return day.isValid() ? QLocale().toString(day, dayFormat()) : stored;
}

//! The other way round; an ISO day is taken too.
QString storedDay(const QString &shown)
{
    const QDate day = QLocale().toDate(shown, dayFormat());
    return day.isValid() ? day.toString(Qt::ISODate) : shown;
}

//! "0.15", "$0.15" and the locale's own way of writing it; a negative number when it is none.
double dollarsOf(QString text)
{
    text = text.trimmed();
    if (text.startsWith(u'$'))
        text = text.mid(1).trimmed();
    bool ok = false;
    double value = text.toDouble(&ok);
    if (!ok)
        value = QLocale().toDouble(text, &ok);
    return ok && std::isfinite(value) ? value : -1;
}

QString textOf(const std::optional<qint64> &nano)
{
    if (!nano)
        return {};
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(double(*nano) / nanoPerDollar, 'f', mostDecimals);
    while (text.endsWith(locale.zeroDigit()))
        text.chop(1);
    return text.endsWith(locale.decimalPoint()) ? text.chopped(1) : text;
}

//! "1024x1792 hd 0.12", one to a line; "*" stands for any.
QString linesOf(const QList<Api::PicturePrice> &pictures)
{
    const auto word = [](const QString &text) { return text.isEmpty() ? u"*"_s : text; };
    QStringList lines;
    for (const Api::PicturePrice &row : pictures)
        lines.append(u"%1 %2 %3"_s.arg(word(row.size), word(row.quality), textOf(row.each)));
    return lines.join(u'\n');
}

//! Nothing when it is no such line.
std::optional<Api::PicturePrice> pictureIn(const QString &line)
{
    const QStringList words = line.simplified().split(u' ');
    const double dollars = words.size() == 3 ? dollarsOf(words[2]) : -1;
    if (dollars < 0)
        return {};
    const auto word = [](const QString &text) { return text == u"*"_s ? QString() : text; };
    return Api::PicturePrice{.size = word(words[0]),
                             .quality = word(words[1]),
                             .each = std::llround(dollars * nanoPerDollar)};
}

constexpr std::array tierAmounts{&Api::TierPrice::input,      &Api::TierPrice::output,
                                 &Api::TierPrice::cacheRead,  &Api::TierPrice::cacheWrite,
                                 &Api::TierPrice::batchInput, &Api::TierPrice::batchOutput};

//! "200000 2.5 15 0.25", one to a line; "*" for what is the same as below.
QString linesOf(const QList<Api::TierPrice> &tiers)
{
    QStringList lines;
    for (const Api::TierPrice &tier : tiers) {
        QStringList words{QString::number(tier.above)};
        for (const auto amount : tierAmounts)
            words.append(tier.*amount ? textOf(tier.*amount) : u"*"_s);
        while (words.last() == "*"_L1)
            words.removeLast();
        lines.append(words.join(u' '));
    }
    return lines.join(u'\n');
}

//! Nothing when it is no such line.
std::optional<Api::TierPrice> tierIn(const QString &line)
{
    const QStringList words = line.simplified().split(u' ');
    bool isNumber = false;
    Api::TierPrice tier;
    tier.above = words.first().toLongLong(&isNumber);
    if (!isNumber || words.size() < 2 || words.size() > 1 + qsizetype(tierAmounts.size()))
        return {};
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words[i] == "*"_L1)
            continue;
        const double dollars = dollarsOf(words[i]);
        if (dollars < 0)
            return {};
        tier.*tierAmounts.at(size_t(i - 1)) = std::llround(dollars * nanoPerDollar);
    }
    return tier;
}

} // namespace

PriceDialog::PriceDialog(const Api::PriceOverride &price, const QStringList &providers,
                         QWidget *parent)
    : QDialog(parent)
    , m_price(price)
    , m_provider(new QComboBox(this))
    , m_model(new QLineEdit(price.model, this))
    , m_problem(makeLabel({}, u"error"_s, this))
{
    setObjectName(u"settings.prices.priceDialog"_s);
    setWindowTitle(tr("Own price"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(10);
    column->addWidget(makeLabel(tr("Own price"), u"dialogTitle"_s, this));
    m_provider->setObjectName(u"settings.prices.providerCombo"_s);
    m_provider->addItems(providers);
    m_provider->setCurrentIndex(std::max(0, int(providers.indexOf(price.provider))));
    m_model->setObjectName(u"settings.prices.modelField"_s);
    auto *provider = new FormField(tr("Provider"), m_provider, {}, this);
    auto *model = new FormField(tr("Model"), m_model, tr("* stands for every model."), this);
    auto *of = new QHBoxLayout;
    of->setSpacing(12);
    of->addWidget(provider, 1, Qt::AlignTop);
    of->addWidget(model, 1, Qt::AlignTop);
    m_from = new QLineEdit(shownDay(price.from), this);
    m_from->setObjectName(u"settings.prices.fromField"_s);
    m_from->setPlaceholderText(tr("Always"));
    auto *from = new FormField(tr("First day"), m_from,
                               tr("For example %1.").arg(shownDay(u"2026-03-31"_s)), this);
    of->addWidget(from, 1, Qt::AlignTop);
    m_form.add(u"from"_s, from);
    column->addLayout(of);
    column->addWidget(makeLabel(tr("Dollars. What is empty is unknown; its use is unpriced."),
                                u"caption"_s, this));
    auto *amounts = new QWidget(this);
    auto *inner = new QVBoxLayout(amounts);
    inner->setContentsMargins(0, 0, 12, 0);
    inner->setSpacing(12);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(8);
    for (int at = 0; at < amountColumns; ++at)
        m_grid->setColumnStretch(at, 1);
    inner->addLayout(m_grid);
    m_form.add(u"provider"_s, provider);
    m_form.add(u"model"_s, model);
    addAmounts();
    auto *lists = new QHBoxLayout;
    lists->setSpacing(12);
    inner->addLayout(lists);
    addTiers(lists);
    addPictures(lists);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"settings.prices.amountsArea"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(amounts);
    column->addWidget(scroll, 1);
    m_problem->setObjectName(u"settings.prices.problemLabel"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    QPushButton *cancel = makeButton(tr("Cancel"), {}, u"settings.prices.cancelButton"_s, this);
    QPushButton *save =
        makeButton(tr("Save price"), u"primary"_s, u"settings.prices.savePriceButton"_s, this);
    save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &PriceDialog::submit);
    const int rest = sizeHint().height() - scroll->sizeHint().height();
    resize(dialogWidth, std::min(amounts->sizeHint().height() + rest, mostHeight));
}

void PriceDialog::addAmounts()
{
    using Price = Api::PriceOverride;
    addAmount(u"inputField"_s, tr("Million input tokens"), u"input_usd_per_mtok"_s, &Price::input);
    addAmount(u"outputField"_s, tr("Million output tokens"), u"output_usd_per_mtok"_s,
              &Price::output);
    addAmount(u"cacheReadField"_s, tr("Million tokens read from cache"),
              u"cache_read_usd_per_mtok"_s, &Price::cacheRead);
    addAmount(u"cacheWriteField"_s, tr("Million tokens written to cache"),
              u"cache_write_usd_per_mtok"_s, &Price::cacheWrite);
    addAmount(u"cacheHourField"_s, tr("Million to one-hour cache"),
              u"cache_write_hour_usd_per_mtok"_s, &Price::cacheWriteHour);
    addAmount(u"reasoningField"_s, tr("Million reasoning tokens"), u"reasoning_usd_per_mtok"_s,
              &Price::reasoning);
    addAmount(u"batchInputField"_s, tr("Million input, batch"), u"batch_input_usd_per_mtok"_s,
              &Price::batchInput);
    addAmount(u"batchOutputField"_s, tr("Million output, batch"), u"batch_output_usd_per_mtok"_s,
              &Price::batchOutput);
    addAmount(u"batchCacheField"_s, tr("Million from cache, batch"),
              u"batch_cache_read_usd_per_mtok"_s, &Price::batchCacheRead);
    addAmount(u"audioInputField"_s, tr("Million tokens of sound in"), u"audio_input_usd_per_mtok"_s,
              &Price::audioInput);
    addAmount(u"audioOutputField"_s, tr("Million tokens of sound out"),
              u"audio_output_usd_per_mtok"_s, &Price::audioOutput);
    addAmount(u"imageInputField"_s, tr("Million tokens of pictures in"),
              u"image_input_usd_per_mtok"_s, &Price::imageInput);
    addAmount(u"requestField"_s, tr("Request"), u"request_usd"_s, &Price::request);
    addAmount(u"imageField"_s, tr("Picture made"), u"image_usd"_s, &Price::image);
    addAmount(u"secondField"_s, tr("Second of sound heard"), u"second_usd"_s, &Price::second);
    addAmount(u"charactersField"_s, tr("Million characters read aloud"),
              u"characters_usd_per_million"_s, &Price::characters);
    addAmount(u"queryField"_s, tr("Search of a reranking"), u"query_usd"_s, &Price::query);
}

void PriceDialog::addAmount(const QString &name, const QString &label, const QString &key,
                            std::optional<qint64> Api::PriceOverride::*member)
{
    auto *field = new QLineEdit(textOf(m_price.*member), this);
    field->setObjectName(u"settings.prices.%1"_s.arg(name));
    field->setPlaceholderText(tr("Unknown"));
    auto *row = new FormField(label, field, {}, this);
    const int place = int(m_amounts.size());
    m_grid->addWidget(row, place / amountColumns, place % amountColumns);
    m_form.add(key, row);
    m_amounts.append({.field = field, .member = member, .key = key});
}

void PriceDialog::addTiers(QHBoxLayout *row)
{
    m_tiers = new QPlainTextEdit(linesOf(m_price.tiers), this);
    m_tiers->setObjectName(u"settings.prices.tiersField"_s);
    m_tiers->setTabChangesFocus(true);
    m_tiers->setPlaceholderText(u"200000 2.50 15 0.25"_s);
    constexpr int frame = 16;
    m_tiers->setFixedHeight(fontMetrics().lineSpacing() * pictureLines + frame);
    auto *field = new FormField(
        tr("Long prompts"), m_tiers,
        tr("One to a line: above so many prompt tokens, then dollars per million for input, "
           "output, "
           "read from cache, written to cache, input and output at batch rates. * leaves one as it "
           "is."),
        this);
    row->addWidget(field, 1, Qt::AlignTop);
    m_form.add(u"tiers"_s, field);
}

void PriceDialog::takeTiers(Api::Findings &findings)
{
    m_price.tiers.clear();
    const QStringList lines = m_tiers->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        if (const auto tier = tierIn(line))
            m_price.tiers.append(*tier);
        else
            findings.append(
                {.path = u"tiers"_s,
                 .message = tr("\"%1\" is no such line; write tokens and dollars, for example "
                               "200000 2.50 15.")
                                .arg(line.trimmed().left(60))});
    }
}

void PriceDialog::addPictures(QHBoxLayout *lists)
{
    m_pictures = new QPlainTextEdit(linesOf(m_price.pictures), this);
    m_pictures->setObjectName(u"settings.prices.picturesField"_s);
    m_pictures->setTabChangesFocus(true);
    m_pictures->setPlaceholderText(u"1024x1792 hd 0.12\n1024x1792 * 0.08"_s);
    constexpr int frame = 16;
    m_pictures->setFixedHeight(fontMetrics().lineSpacing() * pictureLines + frame);
    auto *row = new FormField(tr("Picture made, by size and quality"), m_pictures,
                              tr("One to a line: size, quality, dollars. * stands for any; the "
                                 "most exact line counts."),
                              this);
    lists->addWidget(row, 1, Qt::AlignTop);
    m_form.add(u"images"_s, row);
}

void PriceDialog::takePictures(Api::Findings &findings)
{
    m_price.pictures.clear();
    const QStringList lines = m_pictures->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        if (const auto row = pictureIn(line))
            m_price.pictures.append(*row);
        else
            findings.append(
                {.path = u"images"_s,
                 .message = tr("\"%1\" is no such line; write size, quality and dollars, for "
                               "example 1024x1792 hd 0.12.")
                                .arg(line.trimmed().left(60))});
    }
}

void PriceDialog::submit()
{
    m_price.provider = m_provider->currentText();
    m_price.model = m_model->text().trimmed();
    Api::Findings findings;
    for (const Amount &amount : std::as_const(m_amounts)) {
        m_price.*amount.member = std::nullopt;
        if (amount.field->text().trimmed().isEmpty())
            continue;
        const double dollars = dollarsOf(amount.field->text());
        if (dollars < 0)
            findings.append({.path = amount.key,
                             .message = tr("Enter an amount of 0 or more, for example 0.15.")});
        else
            m_price.*amount.member = std::llround(dollars * nanoPerDollar);
    }
    m_price.from = storedDay(m_from->text().trimmed());
    takeTiers(findings);
    takePictures(findings);
    findings += Api::validate(m_price);
    m_form.show(findings);
    if (!Api::hasErrors(findings))
        Q_EMIT entered(m_price);
}

void PriceDialog::showProblem(const Api::Findings &findings, const QString &detail)
{
    m_form.show(findings);
    m_problem->setText(detail);
    m_problem->setVisible(!detail.isEmpty());
}

} // namespace Gatehouse::Ui
