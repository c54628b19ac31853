// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columns/columnchooser.h"

#include "ui/text/displaytext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/firstsize.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace arbscope {

namespace {

constexpr int IdRole = Qt::UserRole + 1;

} // namespace

ColumnChooser::ColumnChooser(std::vector<ColumnState> state, QWidget *parent)
    : QDialog(parent)
    , m_given(std::move(state))
    , m_preset(new QComboBox(this))
    , m_frozen(new QSpinBox(this))
    , m_units(new QCheckBox(tr("Cells &name the asset that they count: “0.25 BTC”"), this))
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_up(new QPushButton(themedIcon(QStringLiteral("arrow-up")), tr("Move &up"), this))
    , m_down(new QPushButton(themedIcon(QStringLiteral("arrow-down")), tr("Move &down"), this))
{
    setWindowTitle(tr("Columns"));
    m_search->setObjectName(QStringLiteral("columnSearch"));
    m_search->setPlaceholderText(tr("Search columns by title, name or meaning"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("columns"));
    m_list->setAccessibleName(tr("Columns"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setUniformItemSizes(true);
    m_list->setAlternatingRowColors(true);
    m_preset->setObjectName(QStringLiteral("preset"));
    m_preset->setPlaceholderText(tr("Your choice"));
    m_frozen->setObjectName(QStringLiteral("frozen"));
    m_frozen->setToolTip(tr("So many columns from the left stay in sight when the list is scrolled sideways"));
    m_units->setObjectName(QStringLiteral("units"));
    m_up->setObjectName(QStringLiteral("up"));
    m_down->setObjectName(QStringLiteral("down"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *reset = buttons->addButton(tr("&Reset"), QDialogButtonBox::ResetRole);
    reset->setObjectName(QStringLiteral("reset"));
    reset->setToolTip(tr("The columns, their order and widths as they were at first"));
    auto *hint = new QLabel(tr("Tick what the list shows; drag, or use the buttons, to change the order."), this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);

    auto *moves = new QHBoxLayout;
    moves->addWidget(m_up);
    moves->addWidget(m_down);
    moves->addStretch();
    auto *fields = new QFormLayout;
    fields->addRow(tr("&Preset:"), m_preset);
    fields->addRow(tr("&Frozen columns:"), m_frozen);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addLayout(fields);
    column->addWidget(hint);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addLayout(moves);
    column->addWidget(m_units);
    column->addWidget(buttons);
    for (QPushButton *button : {m_up, m_down, reset}) // Return closes, wherever it is pressed
        button->setAutoDefault(false);
    m_search->installEventFilter(this);
    m_search->setFocus();
    resizeOnScreen(*this, {460, 680});

    connect(m_search, &QLineEdit::textChanged, this, &ColumnChooser::applySearch);
    connect(m_up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnChooser::updateButtons);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (m_filling)
            return;
        const auto shown = columns();
        if (std::ranges::none_of(shown, &ColumnState::visible)) {
            item->setCheckState(Qt::Checked); // comes back here; a list needs a column
            return;
        }
        announce();
    });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, [this] {
        updateButtons();
        announce();
    });
    connect(reset, &QPushButton::clicked, this, [this] {
        m_search->clear();
        take(defaultColumnState());
    });
    connect(m_preset, &QComboBox::activated, this, [this](int row) {
        if (row >= 0 && row < int(m_presets.size()))
            take(m_presets[std::size_t(row)].columns);
    });
    connect(m_frozen, &QSpinBox::valueChanged, this, [this] {
        if (!m_filling)
            announce();
    });
    connect(m_units, &QCheckBox::clicked, this, &ColumnChooser::setUnits);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill(m_given);
}

std::vector<ColumnState> ColumnChooser::columns() const
{
    std::vector<ColumnState> state;
    int frozen = m_frozen->value();
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const QString id = item->data(IdRole).toString();
        const bool visible = item->checkState() == Qt::Checked;
        const auto known = std::ranges::find(m_given, id, &ColumnState::id);
        const bool given = known != m_given.end();
        state.push_back({id, visible, given ? known->width : 0, visible && frozen > 0, given && known->units});
        frozen -= visible ? 1 : 0;
    }
    return state;
}

void ColumnChooser::setPresets(const std::vector<ColumnPreset> &presets)
{
    m_presets = presets;
    m_preset->clear();
    for (const ColumnPreset &preset : presets)
        m_preset->addItem(displayLine(preset.name, 60));
    updateButtons();
}

void ColumnChooser::take(const std::vector<ColumnState> &columns)
{
    m_given = columns;
    fill(m_given);
    announce();
}

ColumnState *ColumnChooser::current()
{
    const QListWidgetItem *item = m_list->currentItem();
    const auto known
        = item ? std::ranges::find(m_given, item->data(IdRole).toString(), &ColumnState::id) : m_given.end();
    return known == m_given.end() ? nullptr : &*known;
}

void ColumnChooser::setUnits(bool shown)
{
    if (ColumnState *column = current()) {
        column->units = shown;
        announce();
    }
}

void ColumnChooser::fill(const std::vector<ColumnState> &columns)
{
    m_filling = true;
    m_list->clear();
    int frozen = 0;
    bool leading = true;
    for (const ColumnState &state : columns) {
        const int index = tradeColumnIndex(state.id);
        if (index < 0)
            continue;
        const TradeColumn &column = tradeColumns()[std::size_t(index)];
        auto *item = new QListWidgetItem(column.title, m_list);
        item->setData(IdRole, column.id);
        item->setToolTip(column.toolTip);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
        item->setCheckState(state.visible ? Qt::Checked : Qt::Unchecked);
        leading = leading && (state.frozen || !state.visible);
        frozen += leading && state.visible ? 1 : 0;
    }
    m_frozen->setMaximum(m_list->count());
    m_frozen->setValue(frozen);
    m_list->setCurrentRow(0);
    m_filling = false;
    applySearch(m_search->text());
}

void ColumnChooser::moveCurrent(int steps)
{
    const int from = m_list->currentRow();
    const int to = from + steps;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_filling = true;
    QListWidgetItem *item = m_list->takeItem(from);
    m_list->insertItem(to, item);
    m_list->setCurrentRow(to);
    m_filling = false;
    announce();
}

void ColumnChooser::applySearch(const QString &text)
{
    const QString wanted = text.trimmed();
    int firstFound = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool found = wanted.isEmpty() || item->text().contains(wanted, Qt::CaseInsensitive)
            || item->data(IdRole).toString().contains(wanted, Qt::CaseInsensitive)
            || item->toolTip().contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!found);
        firstFound = found && firstFound < 0 ? row : firstFound;
    }
    // Moving among neighbours that cannot be seen would surprise.
    m_list->setDragEnabled(wanted.isEmpty());
    if (const QListWidgetItem *current = m_list->currentItem(); !current || current->isHidden())
        m_list->setCurrentRow(firstFound); // Space would tick what nobody sees
    updateButtons();
}

/// From the search to what it found.
bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_list->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ColumnChooser::updateButtons()
{
    const bool all = m_search->text().trimmed().isEmpty();
    const int row = m_list->currentRow();
    m_up->setEnabled(all && row > 0);
    m_down->setEnabled(all && row >= 0 && row + 1 < m_list->count());
    const ColumnState *column = current();
    const int index = column ? tradeColumnIndex(column->id) : -1;
    m_units->setEnabled(index >= 0 && hasCellUnit(tradeColumns()[std::size_t(index)]));
    m_units->setChecked(m_units->isEnabled() && column->units);
    const std::vector<ColumnState> shown = columns();
    int preset = -1;
    for (std::size_t i = 0; i < m_presets.size(); ++i) {
        if (showTheSame(m_presets[i].columns, shown))
            preset = int(i);
    }
    m_preset->setCurrentIndex(preset);
}

void ColumnChooser::announce()
{
    updateButtons();
    emit columnsChanged(columns());
}

} // namespace arbscope
