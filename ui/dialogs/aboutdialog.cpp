// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include "ui/plots/customplot.h"
#include "ui/theme/icons.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSslSocket>
#include <QSysInfo>
#include <QVBoxLayout>

#include <boost/version.hpp>
#include <hiredis/hiredis.h>
#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace arbscope {

namespace {

QString dotted(int major, int minor, int patch)
{
    return QStringLiteral("%1.%2.%3").arg(major).arg(minor).arg(patch);
}

std::vector<std::pair<QString, QString>> parts()
{
    return {
        {QStringLiteral("ArbScope"), QStringLiteral(ARBSCOPE_VERSION)},
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion())},
        {QStringLiteral("hiredis"), dotted(HIREDIS_MAJOR, HIREDIS_MINOR, HIREDIS_PATCH)},
        {QStringLiteral("nlohmann/json"),
         dotted(NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)},
        {QStringLiteral("Boost"), dotted(BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100)},
        {QStringLiteral("QCustomPlot"), QStringLiteral(QCUSTOMPLOT_VERSION_STR)},
        {QStringLiteral("TLS"), QSslSocket::sslLibraryVersionString()},
        {AboutDialog::tr("System"),
         QSysInfo::prettyProductName() % QLatin1String(", ") % QSysInfo::currentCpuArchitecture()},
    };
}

QLabel *plain(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    constexpr int LogoSize = 80;
    setWindowTitle(tr("About ArbScope"));
    auto *logo = new QLabel(this);
    logo->setPixmap(applicationIcon().pixmap(QSize(LogoSize, LogoSize), devicePixelRatioF()));
    auto *name = new QLabel(QStringLiteral("ArbScope"), this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setBold(true);
    name->setFont(large);
    auto *what = new QLabel(tr("Inspects the execution reports that arbitrage bots keep in Redis."), this);
    what->setWordWrap(true);
    auto *versionForm = new QFormLayout;
    versionForm->setHorizontalSpacing(20);
    versionForm->setVerticalSpacing(4);
    for (const auto &[part, version] : parts())
        versionForm->addRow(part, plain(version, this));
    auto *licence
        = new QLabel(tr("© 2026 The ArbScope developers. Free software under the GNU General Public License, "
                        "version 3 or later: use it, study it, change it and pass it on under the same terms. "
                        "It comes with no warranty, as far as the law permits."),
                     this);
    licence->setWordWrap(true);
    auto *link = new QLabel(
        QStringLiteral("<a href='https://www.gnu.org/licenses/gpl-3.0.html'>%1</a>").arg(tr("Read the licence")), this);
    link->setOpenExternalLinks(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("&Copy versions"), QDialogButtonBox::ActionRole);
    copy->setIcon(themedIcon(QStringLiteral("copy")));
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(versions()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *titles = new QVBoxLayout;
    titles->addWidget(name);
    titles->addWidget(what);
    titles->addStretch();
    auto *head = new QHBoxLayout;
    head->setSpacing(18);
    head->addWidget(logo, 0, Qt::AlignTop);
    head->addLayout(titles, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(16);
    column->addLayout(head);
    column->addLayout(versionForm);
    column->addWidget(licence);
    column->addWidget(link);
    column->addStretch();
    column->addWidget(buttons);
    constexpr int Width = 480;
    setMinimumWidth(Width);
    resize(Width, heightForWidth(Width));
}

QString AboutDialog::versions()
{
    QString text;
    for (const auto &[part, version] : parts())
        text += part % QLatin1Char(' ') % version % QLatin1Char('\n');
    return text;
}

} // namespace arbscope
