// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/lineproblemsdialog.h"

#include "ui/text/displaytext.h"
#include "ui/theme/icons.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace arbscope {

namespace {

enum Column { LineColumn, ServerColumn, OrderColumn, WhyColumn, ColumnCount };

} // namespace

QString problemText(const ImportProblem &problem)
{
    if (problem.alreadyThere)
        return LineProblemsDialog::tr("This order id is in the store already.");
    if (problem.unsure)
        return LineProblemsDialog::tr("The connection ended before the store's answer: it may be stored or not.");
    QStringList faults;
    for (const Issue &issue : problem.issues) {
        const QString member = QString::fromStdString(issue.member);
        const QString message = QString::fromStdString(issue.message);
        faults.append(displayLine(member.isEmpty() ? message : QString(member + u": " + message)));
    }
    return faults.join(u"; ");
}

LineProblemsDialog::LineProblemsDialog(const QString &fileName, const std::vector<ImportProblem> &problems,
                                       qint64 total, QWidget *parent)
    : QDialog(parent)
    , m_table(new QTableWidget(int(problems.size()), ColumnCount, this))
{
    setObjectName(QStringLiteral("lineProblems"));
    setWindowTitle(tr("Lines Left Out – %1").arg(displayLine(fileName, 60)));
    const QLocale locale;
    const auto listed = static_cast<qint64>(problems.size());
    auto *head = new QLabel(total > listed ? tr("The first %1 of %2 lines that are not in the store:")
                                                 .arg(locale.toString(listed), locale.toString(total))
                                           : tr("%1 lines are not in the store:").arg(locale.toString(listed)),
                            this);
    head->setTextFormat(Qt::PlainText);
    m_table->setObjectName(QStringLiteral("lineProblemsTable"));
    m_table->setHorizontalHeaderLabels({tr("Line"), tr("Server"), tr("Order id"), tr("Why")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ImportProblem &problem = problems[size_t(row)];
        const QString why = problemText(problem);
        auto *line = new QTableWidgetItem(locale.toString(problem.line));
        line->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, LineColumn, line);
        m_table->setItem(row, ServerColumn, new QTableWidgetItem(displayBytes(problem.server, 60)));
        m_table->setItem(row, OrderColumn, new QTableWidgetItem(displayBytes(problem.orderId, 60)));
        m_table->setItem(row, WhyColumn, new QTableWidgetItem(why));
        m_table->item(row, WhyColumn)->setToolTip(plainToolTip(why));
    }
    for (const int column : {LineColumn, ServerColumn, OrderColumn})
        m_table->resizeColumnToContents(column);
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(0, LineColumn);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copyAll = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyAll->setObjectName(QStringLiteral("copyLineProblems"));
    copyAll->setIcon(themedIcon(QStringLiteral("copy")));
    copyAll->setToolTip(tr("Copy the whole list"));
    connect(copyAll, &QPushButton::clicked, this, &LineProblemsDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addWidget(head);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    resize(860, 420);
}

void LineProblemsDialog::copy() const
{
    QStringList lines;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(m_table->item(row, column)->text());
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace arbscope
