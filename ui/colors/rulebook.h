// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tradeselector.h"
#include "ui/colors/colorrule.h"
#include "ui/models/tradeptr.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace arbscope {

class Settings;
class TimeDisplay;

/// The colour rules, kept in the settings, and which of them holds for a trade. Trades are judged when they are asked
/// for, so those in sight, all of one turn of the event loop together, and remembered.
class RuleBook final : public QObject
{
    Q_OBJECT
public:
    RuleBook(Settings &settings, const TimeDisplay &times, QObject *parent = nullptr);
    ~RuleBook() override;

    [[nodiscard]] const std::vector<ColorRule> &rules() const { return m_rules; }
    void setRules(const std::vector<ColorRule> &rules);
    /// The first rule that is true of it; null: none, or it is not judged yet.
    [[nodiscard]] const ColorRule *ruleOf(const TradePtr &trade);

signals:
    void judged(); ///< ruleOf() knows more, or other rules hold

private:
    static constexpr std::size_t FewJudged = 1000;
    struct Judged
    {
        std::weak_ptr<const StoredTrade> trade; ///< another one may come to stand at the same address
        int rule = -1;
    };
    void compile();
    void forget(); ///< what was judged of trades that nobody has any more
    void judge();

    Settings &m_settings;
    const TimeDisplay &m_times;
    std::vector<ColorRule> m_rules;
    std::vector<std::optional<TradeSelector>> m_selectors; ///< of the rules; none: off, or no filter
    std::unordered_map<const StoredTrade *, Judged> m_judged;
    std::size_t m_forgetAt = FewJudged; ///< so many of them
    std::vector<TradePtr> m_waiting;
    QTimer m_timer;
};

} // namespace arbscope
