// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <functional>

class QVBoxLayout;

namespace Gatehouse::Ui {

class Card;
class FormField;

//! One section of the settings: cards of rows. Rows are found by the words of their label and help.
class SettingsSection : public QWidget
{
    Q_OBJECT

public:
    //! \a id as in "settings.<id>.<row>".
    SettingsSection(const QString &id, const QString &title, const QString &iconName,
                    QWidget *parent = nullptr);

    const QString &id() const { return m_id; }
    const QString &title() const { return m_title; }
    const QString &iconName() const { return m_iconName; }

    //! Shows only what \a text is found in; everything when it is empty or in the title. Returns
    //! whether anything is left.
    bool filter(const QString &text);
    //! A row as it is found by its label; \a id: "gateway.portSpin".
    struct Row {
        QString id;
        QString label;
    };
    QList<Row> rows() const;
    //! False: everything in it belongs to this desktop and works without a gateway.
    virtual bool needsGateway() const { return false; }
    //! The section is in view: it asks for what it shows.
    virtual void refresh() { }

protected:
    //! A card that the next rows go into, under \a title or the section's own.
    Card *addGroup(const QString &title = {});
    //! \a control needs an objectName.
    FormField *addRow(const QString &label, QWidget *control, const QString &help = {});
    //! Anything else; \a words let it be found.
    void addPart(QWidget *part, const QString &words);
    //! An arrow before the control while \a isDefault says no.
    void makeResettable(FormField *field, std::function<bool()> isDefault,
                        const std::function<void()> &reset);
    void refreshResets();
    //! Whether \a part has a place at present, search or not.
    virtual bool isOffered(const QWidget *) const { return true; }
    //! After isOffered() may have changed.
    void showOffered() { filter(m_filter); }
    QString rowName(QStringView row) const;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Part {
        QWidget *widget;
        Card *group;
        QString words;
        QString label = {}; //!< of a row
    };
    struct Reset {
        QWidget *button;
        QWidget *control;
        std::function<bool()> isDefault;
    };

    QString m_id;
    QString m_title;
    QString m_iconName;
    QVBoxLayout *m_layout;
    QString m_filter;
    Card *m_group = nullptr;
    QList<Part> m_parts;
    QList<Reset> m_resets;
};

} // namespace Gatehouse::Ui
