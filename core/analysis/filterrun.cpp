// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/filterrun.h"

#include "core/analysis/filternode.h"
#include "core/report/utf8.h"

#include <QSet>

#include <algorithm>
#include <bit>
#include <utility>

namespace arbscope {

namespace {

class NotNode final : public FilterNode
{
public:
    explicit NotNode(std::unique_ptr<FilterNode> part)
        : m_part(std::move(part))
    { }
    void run(const TradeTable &table, RowSpan rows, RowBits &bits) override
    {
        m_part->run(table, rows, bits);
        for (std::uint64_t &word : bits)
            word = ~word;
    }

private:
    std::unique_ptr<FilterNode> m_part;
};

template <class Operation> class PairNode final : public FilterNode
{
public:
    PairNode(std::unique_ptr<FilterNode> left, std::unique_ptr<FilterNode> right)
        : m_left(std::move(left))
        , m_right(std::move(right))
    { }
    void run(const TradeTable &table, RowSpan rows, RowBits &bits) override
    {
        m_left->run(table, rows, bits);
        m_right->run(table, rows, *m_other);
        std::ranges::transform(bits, *m_other, bits.begin(), Operation());
    }

private:
    std::unique_ptr<FilterNode> m_left;
    std::unique_ptr<FilterNode> m_right;
    std::unique_ptr<RowBits> m_other = std::make_unique<RowBits>();
};

class FlagNode final : public FilterNode
{
public:
    FlagNode(FieldId field, std::array<bool, 3> truth)
        : m_field(field)
        , m_truth(truth)
    { }
    void run(const TradeTable &table, RowSpan rows, RowBits &bits) override
    {
        const auto values = std::get<FlagColumn>(table.column(m_field)).values().chunk(rows.chunk());
        setBits(bits, rows.size(), [&, at = rows.offset()](std::size_t i) { return m_truth[values[at + i]]; });
    }

private:
    FieldId m_field;
    std::array<bool, 3> m_truth; ///< by FlagColumn::Value
};

class NullNode final : public FilterNode
{
public:
    explicit NullNode(FieldId field)
        : m_field(field)
    { }
    void run(const TradeTable &table, RowSpan rows, RowBits &bits) override
    {
        std::visit(
            [&](const auto &values) {
                setBits(bits, rows.size(), [&](std::size_t i) { return !values.at(Row(rows.begin + i)); });
            },
            table.column(m_field));
    }

private:
    FieldId m_field;
};

std::unique_ptr<FilterNode> flagNode(FieldId field, Comparison comparison, const std::vector<FilterLiteral> &literals)
{
    std::array<bool, 3> truth{};
    for (const FilterLiteral &literal : literals) {
        for (const bool flag : {false, true})
            truth[flag] = truth[flag] || holds(flag <=> std::get<bool>(literal.value), comparison);
    }
    return std::make_unique<FlagNode>(field, truth);
}

std::unique_ptr<FilterNode> literalNode(FieldId field, Comparison comparison, std::vector<FilterLiteral> literals)
{
    switch (fields()[std::size_t(field)].type) {
    case MemberType::Bool:
        return flagNode(field, comparison, literals);
    case MemberType::Text:
        if (literals.size() > 1) {
            QSet<QByteArray> set;
            for (const FilterLiteral &literal : literals)
                set.insert(QByteArray::fromStdString(std::get<std::string>(literal.value)));
            return textNode(field, [set = std::move(set)](std::string_view text) {
                return set.contains(QByteArray::fromRawData(text.data(), qsizetype(text.size())));
            });
        }
        return textNode(field,
                        [text = std::get<std::string>(literals.front().value), comparison](std::string_view value) {
                            return holds(value <=> std::string_view(text), comparison);
                        });
    default:
        return numberNode(field, comparison, std::move(literals));
    }
}

/// Each word in some text, whatever the case.
std::unique_ptr<FilterNode> wordsNode(const AnyTextHas &part)
{
    std::unique_ptr<FilterNode> all;
    for (const QString &word : part.words) {
        std::unique_ptr<FilterNode> any;
        for (FieldId field = 0; field < MemberCount; ++field) {
            if (schema()[std::size_t(field)].type != MemberType::Text)
                continue;
            auto one = textNode(field, [word](std::string_view text) {
                return textFromUtf8(text).contains(word, Qt::CaseInsensitive);
            });
            any = any ? std::make_unique<PairNode<std::bit_or<>>>(std::move(any), std::move(one)) : std::move(one);
        }
        all = all ? std::make_unique<PairNode<std::bit_and<>>>(std::move(all), std::move(any)) : std::move(any);
    }
    return all;
}

} // namespace

bool holds(std::partial_ordering order, Comparison comparison)
{
    switch (comparison) {
    case Comparison::Equal:
        return order == 0;
    case Comparison::NotEqual:
        return order != 0;
    case Comparison::Less:
        return order < 0;
    case Comparison::LessOrEqual:
        return order <= 0;
    case Comparison::Greater:
        return order > 0;
    case Comparison::GreaterOrEqual:
        return order >= 0;
    }
    std::unreachable();
}

std::unique_ptr<FilterNode> nodeFor(const FilterExpression &expression)
{
    return std::visit(
        []<class T>(const T &part) -> std::unique_ptr<FilterNode> {
            if constexpr (std::is_same_v<T, And>)
                return std::make_unique<PairNode<std::bit_and<>>>(nodeFor(*part.left), nodeFor(*part.right));
            else if constexpr (std::is_same_v<T, Or>)
                return std::make_unique<PairNode<std::bit_or<>>>(nodeFor(*part.left), nodeFor(*part.right));
            else if constexpr (std::is_same_v<T, Not>)
                return std::make_unique<NotNode>(nodeFor(*part.part));
            else if constexpr (std::is_same_v<T, IsNull>)
                return std::make_unique<NullNode>(part.field);
            else if constexpr (std::is_same_v<T, CompareLiteral>)
                return literalNode(part.field, part.comparison, {part.literal});
            else if constexpr (std::is_same_v<T, OneOf>)
                return literalNode(part.field, Comparison::Equal, part.literals);
            else if constexpr (std::is_same_v<T, CompareFields>)
                return fieldsNode(part);
            else if constexpr (std::is_same_v<T, Contains>)
                return textNode(part.field,
                                [text = part.text](std::string_view value) { return value.contains(text); });
            else if constexpr (std::is_same_v<T, Matches>)
                return textNode(part.field, [pattern = part.pattern](std::string_view value) {
                    return pattern.match(textFromUtf8(value)).hasMatch();
                });
            else
                return wordsNode(part);
        },
        expression.node);
}

FilterRun::FilterRun(TradeTable &table, FilterPart filter)
    : m_table(&table)
    , m_filter(std::move(filter))
    , m_root(nodeFor(*m_filter))
{ }

FilterRun::~FilterRun() = default;
FilterRun::FilterRun(FilterRun &&) noexcept = default;
FilterRun &FilterRun::operator=(FilterRun &&) noexcept = default;

bool FilterRun::run(Row from, Row to, std::vector<Row> &matches, const std::stop_token &stop)
{
    for (const FieldId field : fieldsOf(*m_filter)) {
        if (!m_table->derive(field, stop))
            return false;
    }
    const auto bits = std::make_unique<RowBits>();
    while (from < to) {
        if (stop.stop_requested())
            return false;
        const auto chunkEnd = Row((from / ChunkRows + 1) * ChunkRows);
        const RowSpan rows{.begin = from, .end = std::min(to, chunkEnd)};
        m_root->run(*m_table, rows, *bits);
        for (std::size_t word = 0; word * 64 < rows.size(); ++word) {
            std::uint64_t set = (*bits)[word];
            if (rows.size() - word * 64 < 64)
                set &= (std::uint64_t{1} << (rows.size() - word * 64)) - 1;
            for (; set != 0; set &= set - 1)
                matches.push_back(Row(rows.begin + word * 64 + std::size_t(std::countr_zero(set))));
        }
        from = rows.end;
    }
    return true;
}

} // namespace arbscope
