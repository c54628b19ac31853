// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colors/rulebook.h"

#include "core/analysis/filterparser.h"
#include "core/report/bytesview.h"
#include "ui/settings/keys.h"
#include "ui/settings/settings.h"
#include "ui/text/timedisplay.h"

#include <algorithm>
#include <limits>

namespace arbscope {

RuleBook::RuleBook(Settings &settings, const TimeDisplay &times, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_times(times)
    , m_rules(colorRulesFromJson(settings.value(keys::ColorRules)).value_or(shippedColorRules()))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &RuleBook::judge);
    connect(&times, &TimeDisplay::zoneChanged, this, &RuleBook::compile);
    compile();
}

RuleBook::~RuleBook() = default;

void RuleBook::setRules(const std::vector<ColorRule> &rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    // What was never changed is not kept, so that it speaks the language of the window.
    m_settings.setValue(keys::ColorRules, rules == shippedColorRules() ? QByteArray() : colorRulesToJson(rules));
    compile();
}

void RuleBook::compile()
{
    m_selectors.clear();
    for (const ColorRule &rule : m_rules) {
        const auto filter = parseFilter(rule.filter, m_times.zone());
        m_selectors.push_back(rule.enabled && filter ? std::optional<TradeSelector>(std::in_place, *filter)
                                                     : std::nullopt);
    }
    m_judged.clear();
    emit judged();
}

const ColorRule *RuleBook::ruleOf(const TradePtr &trade)
{
    const auto known = m_judged.find(trade.get());
    if (known != m_judged.end() && known->second.trade.lock() == trade)
        return known->second.rule < 0 ? nullptr : &m_rules[static_cast<size_t>(known->second.rule)];
    m_waiting.push_back(trade);
    if (!m_timer.isActive())
        m_timer.start();
    return nullptr;
}

/// A weak pointer holds a trade's whole memory: while thousands a second come into sight, that would soon be more than
/// all that the list keeps.
void RuleBook::forget()
{
    if (m_judged.size() < m_forgetAt)
        return;
    std::erase_if(m_judged, [](const auto &judged) { return judged.second.trade.expired(); });
    m_forgetAt = std::max(FewJudged, m_judged.size() * 2);
}

void RuleBook::judge()
{
    forget();
    std::vector<TradePtr> open;
    for (TradePtr &trade : std::exchange(m_waiting, {})) {
        if (m_judged.insert_or_assign(trade.get(), Judged{trade, -1}).second)
            open.push_back(std::move(trade));
    }
    for (size_t rule = 0; rule < m_selectors.size() && !open.empty(); ++rule) {
        if (!m_selectors[rule])
            continue;
        for (const TradePtr &trade : open) {
            const std::string_view raw = viewOf(trade->raw);
            m_selectors[rule]->add(viewOf(trade->orderId), std::numeric_limits<double>::quiet_NaN(),
                                   trade->present ? std::optional(raw) : std::nullopt);
        }
        const std::vector<bool> holds = m_selectors[rule]->take();
        std::vector<TradePtr> others;
        for (size_t i = 0; i < open.size(); ++i) {
            if (holds[i])
                m_judged[open[i].get()].rule = static_cast<int>(rule);
            else
                others.push_back(std::move(open[i]));
        }
        open = std::move(others);
    }
    emit judged();
}

} // namespace arbscope
