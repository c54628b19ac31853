// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectdialog.h"

#include "ui/background.h"
#include "ui/banner.h"
#include "ui/dialogs/connectform.h"
#include "ui/dialogs/storeprobe.h"
#include "ui/displaytext.h"
#include "ui/errortext.h"
#include "ui/settings/recentstores.h"

#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <stop_token>

namespace arbscope {

namespace {

QString found(const StoreProbe &probe)
{
    const QLocale locale;
    QString servers = locale.toString(probe.servers);
    if (!probe.complete)
        servers = ConnectDialog::tr("more than %1").arg(servers);
    QString text = ConnectDialog::tr("Trading servers: %1. Reports: %2. It answers in %3 ms.")
                       .arg(servers, locale.toString(probe.reports),
                            locale.toString(double(probe.roundTrip.count()) / 1000, 'f', 1));
    if (!probe.version.isEmpty())
        text += QLatin1Char(' ') % ConnectDialog::tr("Redis %1.").arg(displayLine(probe.version, 40));
    return text;
}

} // namespace

class ConnectDialog::Private
{
public:
    explicit Private(ConnectDialog *dialog, RecentStores &stores, FileChooser &files)
        : q(dialog)
        , recent(stores)
        , banner(new Banner(dialog))
        , form(new ConnectForm(files, dialog))
        , buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, dialog))
        , test(buttons->addButton(ConnectDialog::tr("&Test"), QDialogButtonBox::ActionRole))
        , open(buttons->addButton(ConnectDialog::tr("&Connect"), QDialogButtonBox::AcceptRole))
    { }

    void fieldsChanged();
    void startTest();
    void endTest();
    void showProbe(const StoreTarget &target, const Result<StoreProbe> &probe);

    ConnectDialog *q;
    RecentStores &recent;
    Banner *banner;
    ConnectForm *form;
    QDialogButtonBox *buttons;
    QPushButton *test;
    QPushButton *open;
    std::stop_source testing{std::nostopstate};
};

void ConnectDialog::Private::fieldsChanged()
{
    endTest();
    banner->hide(); // what it says is about another address
    const bool fine = form->problem().isEmpty();
    test->setEnabled(fine);
    open->setEnabled(fine);
}

void ConnectDialog::Private::startTest()
{
    const auto target = form->target();
    if (!target)
        return;
    testing = std::stop_source();
    test->setEnabled(false);
    banner->showMessage(Banner::Kind::Info, ConnectDialog::tr("Testing %1…").arg(displayLine(target->url.display())),
                        {}, {{ConnectDialog::tr("Stop"), [this] {
                                  endTest();
                                  banner->hide();
                              }}});
    const std::stop_token stop = testing.get_token();
    runInBackground(
        q, [target = *target, stop] { return probeStore(target, stop); },
        [this, target = *target, stop](const Result<StoreProbe> &probe) {
            if (!stop.stop_requested())
                showProbe(target, probe);
        });
}

void ConnectDialog::Private::endTest()
{
    testing.request_stop();
    testing = std::stop_source(std::nostopstate);
    test->setEnabled(form->problem().isEmpty());
}

void ConnectDialog::Private::showProbe(const StoreTarget &target, const Result<StoreProbe> &probe)
{
    endTest();
    if (!probe) {
        q->showError(probe.error());
    } else if (probe->servers == 0) {
        banner->showMessage(Banner::Kind::Warning, ConnectDialog::tr("Connected, but no execution reports were found."),
                            ConnectDialog::tr("No key begins with execution_report: in database %1. Bots that use "
                                              "another database or another Redis write elsewhere.")
                                .arg(target.url.database));
    } else {
        banner->showMessage(Banner::Kind::Info, ConnectDialog::tr("The store is there."), found(*probe));
    }
    emit q->testFinished(probe.has_value());
}

ConnectDialog::ConnectDialog(RecentStores &recent, FileChooser &files, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(this, recent, files))
{
    setWindowTitle(tr("Connect to a Store"));
    d->test->setObjectName(QStringLiteral("test"));
    d->open->setObjectName(QStringLiteral("connect"));
    d->open->setDefault(true);
    d->test->setToolTip(tr("Connect, look what is there, and disconnect"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(14);
    column->addWidget(d->banner);
    column->addWidget(d->form);
    column->addStretch();
    column->addWidget(d->buttons);
    connect(d->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(d->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] { d->endTest(); });
    connect(d->test, &QPushButton::clicked, this, [this] { d->startTest(); });
    connect(d->form, &ConnectForm::changed, this, [this] { d->fieldsChanged(); });
    connect(d->form, &ConnectForm::recentChosen, this, [this](int index) {
        const auto stores = d->recent.list();
        if (index < 0 || index >= int(stores.size()))
            return;
        d->form->setTarget(d->recent.withSecrets(stores[std::size_t(index)]));
    });

    QStringList urls;
    const auto stores = recent.list();
    for (const StoreTarget &store : stores)
        urls.append(store.display());
    d->form->setRecentUrls(urls);
    if (!stores.empty())
        d->form->setTarget(recent.withSecrets(stores.front()));
    d->form->setFocus();
    resize(sizeHint().expandedTo(QSize(560, 0)));
}

ConnectDialog::~ConnectDialog()
{
    d->testing.request_stop();
}

void ConnectDialog::setTarget(const StoreTarget &target)
{
    d->form->setTarget(target);
}

std::optional<StoreTarget> ConnectDialog::target() const
{
    return d->form->target();
}

void ConnectDialog::showError(const RedisError &error)
{
    const RedisUrl url = d->form->target().value_or(StoreTarget{}).url;
    const ErrorWords words = errorWords(error, url);
    d->banner->showMessage(Banner::Kind::Error, words.title, ErrorWords{{}, words.advice, words.detail}.text());
}

} // namespace arbscope
