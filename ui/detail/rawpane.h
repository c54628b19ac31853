// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedtrade.h"

#include <QTabWidget>

#include <array>

namespace arbscope {

class FileChooser;
class RawView;

/// The stored text and the two exchanges' raw answers, one tab each.
class RawPane final : public QTabWidget
{
    Q_OBJECT
public:
    explicit RawPane(FileChooser &files, QWidget *parent = nullptr);

    void setTrade(const StoredTrade &trade);
    /// Marks it in the stored text; an exchange's answer comes to the front itself. No signal.
    void selectMember(const QString &name);

signals:
    void memberSelected(const QString &name); ///< by the person

private:
    [[nodiscard]] static QString answerTitle(int index, const Report *report);

    RawView *m_stored;
    std::array<RawView *, 2> m_answers;
    bool m_selecting = false;
};

} // namespace arbscope
