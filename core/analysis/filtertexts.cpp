// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filternode.h"

#include <functional>
#include <utility>

namespace arbscope {

namespace {

class TextNode final : public FilterNode
{
public:
    TextNode(FieldId field, std::function<bool(std::string_view)> test)
        : m_field(field)
        , m_test(std::move(test))
    { }

    void run(const TradeTable &table, RowSpan rows, RowBits &bits) override
    {
        if (const auto *texts = std::get_if<DictionaryColumn>(&table.column(m_field)))
            return runByCode(*texts, rows, bits);
        const auto &texts = std::get<DistinctColumn>(table.column(m_field));
        setBits(bits, rows.size(), [&](std::size_t i) {
            const auto text = texts.at(Row(rows.begin + i));
            return text && m_test(*text);
        });
    }

private:
    /// Each text of the dictionary is looked at once.
    void runByCode(const DictionaryColumn &texts, RowSpan rows, RowBits &bits)
    {
        for (std::size_t code = m_truth.size(); code < texts.texts().size(); ++code)
            m_truth.push_back(m_test(texts.texts()[code]));
        texts.codes().visit(rows.begin, [&](const auto &codeOf) {
            setBits(bits, rows.size(), [&](std::size_t i) {
                const std::uint32_t code = codeOf(i);
                return code != DictionaryColumn::Unknown && m_truth[code] != 0;
            });
        });
    }

    FieldId m_field;
    std::function<bool(std::string_view)> m_test;
    std::vector<std::uint8_t> m_truth; ///< by code, as far as it was asked for
};

} // namespace

std::unique_ptr<FilterNode> textNode(FieldId field, std::function<bool(std::string_view)> test)
{
    return std::make_unique<TextNode>(field, std::move(test));
}

} // namespace arbscope
