// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/field.h"
#include "ui/widgets/querybar.h"

#include <functional>

class QCompleter;
class QMenu;
class QStringListModel;
class QToolButton;

namespace arbscope {

/// Where filters are written: coloured by whether it is one while it is being written, with the place of an error,
/// names to complete, those applied before, and buttons for the usual ones. Enter applies, Escape leaves.
class FilterBar final : public QueryBar
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    enum class Look { Empty, Valid, Invalid, Applied };
    void setLook(Look look);
    /// Under the line; what is wrong is marked in it, from `at` on.
    void showError(const QString &message, qsizetype at, qsizetype length);
    void setHistory(const QStringList &filters);
    void setText(const QString &text);
    /// Tells the texts that a field has, to complete them between quotes.
    void setValues(std::function<QStringList(FieldId)> values) { m_values = std::move(values); }
    [[nodiscard]] QToolButton &bookmarks() { return *m_bookmarks; } ///< has no menu of its own
    void insertText(const QString &text); ///< as if typed

signals:
    void applied(const QString &text); ///< Enter, a button or an old one
    void left(); ///< Escape: back to the list

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void complete();
    void show(const QStringList &words, const QString &prefix, qsizetype begin);
    void insertCompletion(const QString &word);
    void addButton(const char *name, const QString &text, const QString &filter);
    void apply(const QString &text);
    void markError(qsizetype at, qsizetype length);

    QCompleter *m_completer;
    QStringListModel *m_words;
    QStringList m_names;
    std::function<QStringList(FieldId)> m_values;
    qsizetype m_completing = 0; ///< where the word begins that is being completed
    QToolButton *m_bookmarks;
    QToolButton *m_historyButton;
    QMenu *m_history;
    QWidget *m_buttons;
};

} // namespace arbscope
