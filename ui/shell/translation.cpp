// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/translation.h"

#include "ui/widgets/format.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace Gatehouse::Ui {

namespace {

const auto folder = ":/i18n"_L1;
const auto english = "en"_L1;

//! The system's language as far as the program has it.
QString systemLanguage()
{
    const QStringList known = Translation::available();
    for (const QString &wanted : QLocale::system().uiLanguages()) {
        const QString name = QLocale(wanted).name(); // "de_AT"
        for (const QString &language : {name, name.section(u'_', 0, 0)})
            if (known.contains(language))
                return language;
    }
    return english;
}

} // namespace

Translation::~Translation()
{
    for (QTranslator *translator : {&m_plurals, &m_own, &m_qt})
        QCoreApplication::removeTranslator(translator);
}

QStringList Translation::available()
{
    QStringList languages{english};
    for (const QString &file : QDir(folder).entryList({u"gatehouse_*.qm"_s}, QDir::Files))
        if (const QString language = file.section(u'_', 1).section(u'.', 0, 0); language != english)
            languages.append(language);
    return languages;
}

void Translation::install(const QString &language, const QString &numbers)
{
    for (QTranslator *translator : {&m_plurals, &m_own, &m_qt})
        QCoreApplication::removeTranslator(translator);
    m_language = language.isEmpty() ? systemLanguage() : language;
    // Dates and numbers are written as the chosen language does; the system's when it is the same.
    const QLocale system = QLocale::system();
    const QLocale chosen(m_language);
    const QLocale words = chosen.language() == system.language() ? system : chosen;
    Format::setWordLocale(words);
    QLocale::setDefault(numbers.isEmpty() ? words : QLocale(numbers));
    // The last one that is installed is asked first.
    if (m_plurals.load(u"gatehouse_en"_s, folder))
        QCoreApplication::installTranslator(&m_plurals);
    if (m_language != english && m_own.load(u"gatehouse_%1"_s.arg(m_language), folder))
        QCoreApplication::installTranslator(&m_own);
    if (m_qt.load(u"qtbase_%1"_s.arg(m_language),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

} // namespace Gatehouse::Ui
