// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

class QLineEdit;

namespace arbscope {

/// A path that can be typed or chosen.
class FileField final : public QWidget
{
    Q_OBJECT
public:
    /// `choose` asks for a file, starting from the path it is given, and answers through the function.
    using Choose = std::function<void(const QString &current, std::function<void(const QString &)> answer)>;

    explicit FileField(Choose choose, QWidget *parent = nullptr);

    [[nodiscard]] QString path() const;
    void setPath(const QString &path); ///< without a signal
    void setPlaceholder(const QString &text);
    [[nodiscard]] QLineEdit *lineEdit() const { return m_edit; }

signals:
    void pathEdited();

private:
    QLineEdit *m_edit;
};

} // namespace arbscope
