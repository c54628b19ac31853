// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/rawtext.h"

#include <QByteArray>
#include <QTimer>
#include <QWidget>

#include <variant>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace arbscope {

class FileChooser;

/// One raw text, indented when it is JSON or as it came, with buttons to copy and to save it whole. A long one is made
/// ready in the background and shown in part, all of it on demand: then piece by piece, so that the window goes on.
class RawView final : public QWidget
{
    Q_OBJECT
public:
    /// `fileName` is suggested for saving.
    RawView(QString fileName, FileChooser &files, QWidget *parent = nullptr);

    void setText(const QByteArray &bytes);
    void setText(const QString &text); ///< of a report: its UTF-8 is what is copied and saved
    void clear(const QString &reason); ///< no text; `reason` stands in its place
    void selectMember(const QString &name); ///< no signal
    [[nodiscard]] bool isIndented() const;

signals:
    void memberSelected(const QString &name); ///< the cursor was put into its line
    void indentedChanged(bool indented);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Source = std::variant<QByteArray, QString>; ///< turned into bytes where there is time for it
    void makeToolBar();
    void setSource(Source source);
    [[nodiscard]] bool isLong() const;
    void update();
    void showText(RawText text);
    void appendNext();
    void finishShowing();
    void cursorMoved();
    void highlightMember();
    void copyAll();
    void save();
    void tell(const QString &note);

    QString m_fileName;
    FileChooser &m_files;
    Source m_source;
    RawText m_text;
    QString m_member;
    quint64 m_generation = 0; ///< a text made ready for an older one is dropped
    bool m_showing = false;
    bool m_all = false; ///< all of this text is wanted
    qsizetype m_appended = 0; ///< characters of m_text.shown that stand in the view
    qsizetype m_piece = 0; ///< so many of them next
    QTimer m_appendTimer;
    QToolButton *m_indent;
    QToolButton *m_copy;
    QToolButton *m_save;
    QToolButton *m_showAll;
    QLabel *m_note;
    QPlainTextEdit *m_edit;
};

} // namespace arbscope
