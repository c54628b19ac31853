// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectdialog.h"

#include "ui/dialogs/connectform.h"
#include "ui/dialogs/saveddetails.h"
#include "ui/dialogs/savedlist.h"
#include "ui/dialogs/storeprobe.h"
#include "ui/settings/recentstores.h"
#include "ui/tasks/background.h"
#include "ui/text/displaytext.h"
#include "ui/text/errortext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/firstsize.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
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
    explicit Private(ConnectDialog *dialog, RecentStores &stores, SavedConnections &connections, FileChooser &files)
        : q(dialog)
        , recent(stores)
        , saved(connections)
        , banner(new Banner(dialog))
        , list(new SavedList(connections, files, dialog))
        , details(new SavedDetails(dialog))
        , form(new ConnectForm(files, dialog))
        , buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, dialog))
        , test(buttons->addButton(ConnectDialog::tr("&Test"), QDialogButtonBox::ActionRole))
        , open(buttons->addButton(ConnectDialog::tr("&Connect"), QDialogButtonBox::AcceptRole))
    { }

    void fieldsChanged();
    void choose(const QString &id);
    void save();
    [[nodiscard]] std::optional<SavedConnection> edited() const; ///< what Save would save; nothing while it cannot be
    void startTest();
    void endTest();
    void showProbe(const StoreTarget &target, const Result<StoreProbe> &probe);

    ConnectDialog *q;
    RecentStores &recent;
    SavedConnections &saved;
    Banner *banner;
    SavedList *list;
    SavedDetails *details;
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
    details->setCanSave(fine);
}

void ConnectDialog::Private::choose(const QString &id)
{
    const auto connection = saved.find(id);
    details->setConnection(connection, saved.folders());
    if (connection)
        form->setTarget(connection->target);
    fieldsChanged();
}

std::optional<SavedConnection> ConnectDialog::Private::edited() const
{
    const auto target = form->target();
    if (!target)
        return {};
    SavedConnection connection;
    connection.id = list->currentId();
    connection.target = *target;
    return details->applied(connection);
}

void ConnectDialog::Private::save()
{
    auto connection = edited();
    if (!connection)
        return;
    const StoreSecrets secrets = q->typedSecrets();
    if (!secrets.isEmpty() && connection->keeping == PasswordKeeping::None)
        connection->keeping = PasswordKeeping::Ask; // it has one
    const QString id = saved.save(*connection);
    list->setCurrent(id);
    details->setConnection(saved.find(id), saved.folders());
    banner->showMessage(Banner::Kind::Info,
                        ConnectDialog::tr("Saved %1.").arg(displayLine(connection->target.name, 80)));
    if (!secrets.isEmpty())
        emit q->saved(id, secrets);
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

ConnectDialog::ConnectDialog(RecentStores &recent, SavedConnections &saved, FileChooser &files, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(this, recent, saved, files))
{
    setWindowTitle(tr("Connect to a Store"));
    d->test->setObjectName(QStringLiteral("test"));
    d->open->setObjectName(QStringLiteral("connect"));
    d->open->setDefault(true);
    d->test->setToolTip(tr("Connect, look what is there, and disconnect"));
    auto *column = new QVBoxLayout;
    column->setSpacing(14);
    column->addWidget(d->banner);
    auto *fields = new QWidget;
    auto *fieldColumn = new QVBoxLayout(fields);
    fieldColumn->setContentsMargins(0, 0, 8, 0); // before the scroll bar
    fieldColumn->setSpacing(14);
    fieldColumn->addWidget(d->form);
    fieldColumn->addWidget(d->details);
    fieldColumn->addStretch();
    auto *scroll = new QScrollArea; // for screens that are lower than the form
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(fields);
    scroll->setMinimumWidth(fields->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    column->addWidget(scroll, 1);
    column->addWidget(d->buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(16);
    d->list->setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    row->addWidget(d->list, 2);
    row->addLayout(column, 5);
    connect(d->list, &SavedList::chosen, this, [this](const QString &id) {
        if (!id.isEmpty())
            d->choose(id);
    });
    connect(d->list, &SavedList::newRequested, this, [this] {
        d->details->setConnection({}, d->saved.folders());
        d->form->setTarget({*RedisUrl::parse(QStringLiteral("redis://127.0.0.1")), {}});
        d->form->setFocus();
    });
    connect(d->list, &SavedList::activated, this, [this](const QString &id) {
        d->choose(id);
        accept();
    });
    connect(d->list, &SavedList::told, this, [this](const QString &text, const QString &detail, bool failed) {
        d->banner->showMessage(failed ? Banner::Kind::Error : Banner::Kind::Info, text, detail);
    });
    connect(d->details, &SavedDetails::changed, this, [this] { d->fieldsChanged(); });
    connect(d->details, &SavedDetails::saveRequested, this, [this] { d->save(); });
    connect(d->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(d->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] { d->endTest(); });
    connect(d->test, &QPushButton::clicked, this, [this] { d->startTest(); });
    connect(d->form, &ConnectForm::changed, this, [this] { d->fieldsChanged(); });
    connect(d->form, &ConnectForm::recentChosen, this, [this](int index) {
        const auto stores = d->recent.list();
        if (index < 0 || index >= int(stores.size()))
            return;
        d->list->setCurrent({});
        d->details->setConnection({}, d->saved.folders());
        d->form->setTarget(d->recent.withSecrets(stores[std::size_t(index)]));
    });

    QStringList urls;
    const auto stores = recent.list();
    for (const StoreTarget &store : stores)
        urls.append(store.display());
    d->form->setRecentUrls(urls);
    if (!stores.empty())
        d->form->setTarget(recent.withSecrets(stores.front()));
    d->details->setConnection({}, saved.folders());
    d->fieldsChanged();
    d->form->setFocus();
    const int around = sizeHint().height() - scroll->sizeHint().height();
    const QSize wanted(std::max(sizeHint().width(), 960), fields->sizeHint().height() + around);
    resizeOnScreen(*this, wanted);
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
    const auto edited = d->edited();
    return edited ? std::optional(edited->target) : std::nullopt;
}

QString ConnectDialog::savedId() const
{
    auto edited = d->edited();
    const auto kept = d->saved.find(d->list->currentId());
    if (!edited || !kept)
        return {};
    edited->target.url.password.clear();
    edited->target.options.keyPassphrase.clear();
    return *edited == *kept ? kept->id : QString();
}

StoreSecrets ConnectDialog::typedSecrets() const
{
    const auto target = d->form->target();
    return target ? StoreSecrets{target->url.password, target->options.keyPassphrase} : StoreSecrets{};
}

void ConnectDialog::chooseSaved(const QString &id)
{
    d->list->setCurrent(id);
}

void ConnectDialog::showError(const RedisError &error)
{
    const RedisUrl url = d->form->target().value_or(StoreTarget{}).url;
    const ErrorWords words = errorWords(error, url);
    d->banner->showMessage(Banner::Kind::Error, words.title, ErrorWords{{}, words.advice, words.detail}.text());
}

} // namespace arbscope
