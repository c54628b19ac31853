// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace arbscope {

/// A field that takes the next key pressed in it, with what is held down beside it. Escape and the tabulator stay what
/// they are; Backspace empties it.
class KeyField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit KeyField(QWidget *parent = nullptr);

    [[nodiscard]] QKeySequence key() const { return m_key; }
    void setKey(const QKeySequence &key);

signals:
    void keyPressed(const QKeySequence &key); ///< by a person

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QKeySequence m_key;
};

} // namespace arbscope
