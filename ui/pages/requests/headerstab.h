// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QJsonObject;
class QLabel;
class QPushButton;

namespace Gatehouse::Ui {

class CellsModel;
class TableView;

//! The headers of a request and its answer, where they were recorded together with the bodies.
//! Nothing is read before the person asks for it, because every look is written to the audit log.
class HeadersTab : public QWidget
{
    Q_OBJECT

public:
    explicit HeadersTab(QWidget *parent = nullptr);

    //! \a recorded: there is something to look at.
    void setRequest(bool recorded);
    //! The recording as the gateway gave it.
    void showRecording(const QJsonObject &recording);
    void showProblem(const QString &text);

Q_SIGNALS:
    //! The recording is to be read.
    void wanted();

private:
    struct Part {
        QLabel *title = nullptr;
        CellsModel *model = nullptr;
        TableView *table = nullptr;
    };

    Part makePart(const QString &name, const QString &accessible);
    static void fill(const Part &part, const QString &title, const QJsonObject &side);

    QLabel *m_state;
    QPushButton *m_show;
    Part m_request;
    Part m_answer;
};

} // namespace Gatehouse::Ui
