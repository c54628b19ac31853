// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace arbscope {

/// A button of a banner; `triggered` runs after a click. The banner stays until closed or hidden by its owner.
struct BannerAction
{
    QString text;
    std::function<void()> triggered;
};

/// A line above a view that tells a state in place of a modal box. Hidden until showMessage(). Plain text only.
class Banner final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Error };
    Q_ENUM(Kind)

    explicit Banner(QWidget *parent = nullptr);

    /// `detail` goes on further lines in weaker colour; may be empty.
    void showMessage(Kind kind, const QString &text, const QString &detail = {},
                     std::vector<BannerAction> actions = {});
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString text() const;

signals:
    void shown(arbscope::Banner::Kind kind, const QString &text, const QString &detail);
    void closed(); ///< by its close button

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    Kind m_kind = Kind::Info;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_detail;
    QHBoxLayout *m_buttonRow;
    QToolButton *m_close;
    std::vector<QPushButton *> m_buttons;
};

} // namespace arbscope
