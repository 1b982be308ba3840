// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/settings/gatewaydraft.h"
#include "ui/pages/settings/settingssection.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QSpinBox>

#include <chrono>
#include <functional>

namespace Gatehouse::Ui {

//! A section with rows of the configuration's "gateway": they show the draft and write to it.
class GatewaySettingsSection : public SettingsSection
{
    Q_OBJECT

public:
    GatewaySettingsSection(const QString &id, const QString &title, const QString &iconName,
                           GatewayDraft &draft, QWidget *parent = nullptr);

    bool needsGateway() const override { return true; }

protected:
    using Settings = Api::GatewaySettings;

    //! What a whole-number row says besides its value.
    struct Number {
        QString row; //!< last part of the objectName
        QString label;
        QString help;
        QString suffix; //!< " s"; a leading space sets it off
        int lowest = 0;
        int highest = 0;
        qint64 unit = 1;   //!< the value's own units in one of the row's
        QString special{}; //!< shown instead of the lowest number
    };
    //! A row for a whole number, a size or a time. \a value names it: a member, or a function that
    //! finds it in settings.
    template <typename Value>
    FormField *addNumber(Value value, const QString &key, const Number &number)
    {
        using T = std::remove_cvref_t<std::invoke_result_t<Value, Settings &>>;
        QSpinBox *spin = makeSpin(number);
        FormField *field = addRow(number.label, spin, number.help);
        bind(field, key, value, [this, spin, value, unit = number.unit] {
            spin->setValue(static_cast<int>(plain(std::invoke(value, draft().settings())) / unit));
        });
        connect(spin, &QSpinBox::valueChanged, this, [this, value, unit = number.unit](int shown) {
            draft().edit([=](Settings &settings) {
                std::invoke(value, settings) = T(static_cast<decltype(plain(T()))>(shown * unit));
            });
        });
        connect(spin, &QSpinBox::editingFinished, this, [this, key] { draft().check(path(key)); });
        return field;
    }
    //! A row for one of a few words; \a choices: word and what it is called.
    FormField *addChoice(QString Settings::*member, const QString &key, const QString &row,
                         const QString &label, const QString &help,
                         const QList<std::pair<QString, QString>> &choices);
    //! Ties a row to a value: \a show writes the draft's value into the control.
    template <typename Value>
    void bind(FormField *field, const QString &key, Value value, std::function<void()> show)
    {
        draft().form().add(path(key), field);
        makeResettable(
            field,
            [this, value] {
                const Settings usual;
                return std::invoke(value, draft().settings()) == std::invoke(value, usual);
            },
            [this, value] {
                draft().edit([value](Settings &settings) {
                    const Settings usual;
                    std::invoke(value, settings) = std::invoke(value, usual);
                });
            });
        m_shows.append({.field = field, .show = std::move(show)});
    }
    //! Shows the draft in every row.
    virtual void showDraft();
    GatewayDraft &draft() const { return m_draft; }
    static QString path(const QString &key) { return QString(QStringLiteral("gateway.") + key); }

private:
    struct Shown {
        FormField *field;
        std::function<void()> show;
    };

    static qint64 plain(qint64 value) { return value; }
    static int plain(int value) { return value; }
    static qint64 plain(std::chrono::milliseconds time) { return time.count(); }
    QSpinBox *makeSpin(const Number &number);

    GatewayDraft &m_draft;
    QList<Shown> m_shows;
};

} // namespace Gatehouse::Ui
