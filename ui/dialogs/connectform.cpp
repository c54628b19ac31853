// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectform.h"

#include "ui/dialogs/connectformlayout.h"
#include "ui/dialogs/filefield.h"
#include "ui/text/targettext.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace arbscope {

ConnectForm::ConnectForm(FileChooser &files, QWidget *parent)
    : QWidget(parent)
{
    build(files);
    connect(m_url, &QComboBox::editTextChanged, this, &ConnectForm::urlEdited);
    connect(m_url, &QComboBox::activated, this, &ConnectForm::recentChosen);
    connect(m_url->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (m_problem.isEmpty())
            showUrl(); // in its own spelling, and without a password
    });
    for (auto *edit : {m_host, m_socket->lineEdit(), m_sentinelHosts, m_master, m_clusterHosts, m_user, m_password})
        connect(edit, &QLineEdit::textEdited, this, &ConnectForm::partsEdited);
    connect(m_socket, &FileField::pathEdited, this, &ConnectForm::partsEdited);
    for (auto *number : {m_port, m_database})
        connect(number, &QSpinBox::valueChanged, this, &ConnectForm::partsEdited);
    for (auto *kind : {m_network, m_local, m_sentinels, m_cluster}) {
        connect(kind, &QRadioButton::toggled, this, [this](bool chosen) {
            if (chosen)
                partsEdited();
        });
    }
    connect(m_tls, &QGroupBox::toggled, this, &ConnectForm::partsEdited);
    for (auto *file : {m_ca, m_certificate, m_key})
        connect(file, &FileField::pathEdited, this, &ConnectForm::optionsEdited);
    for (auto *edit : {m_passphrase, m_ssh, m_addressMap})
        connect(edit, &QLineEdit::textEdited, this, &ConnectForm::optionsEdited);
    for (auto *box : {m_replicas, m_writable})
        connect(box, &QCheckBox::clicked, this, &ConnectForm::optionsEdited);

    m_target.url.endpoints = {{QStringLiteral("127.0.0.1"), 6379}};
    setTarget(m_target);
}

void ConnectForm::build(FileChooser &files)
{
    const ConnectFormFields fields = layOutConnectForm(this, files);
    m_url = fields.url;
    m_hint = fields.hint;
    m_network = fields.network;
    m_local = fields.local;
    m_sentinels = fields.sentinels;
    m_cluster = fields.cluster;
    m_host = fields.host;
    m_port = fields.port;
    m_socket = fields.socket;
    m_sentinelHosts = fields.sentinelHosts;
    m_master = fields.master;
    m_clusterHosts = fields.clusterHosts;
    m_database = fields.database;
    m_user = fields.user;
    m_password = fields.password;
    m_tls = fields.tls;
    m_ca = fields.ca;
    m_certificate = fields.certificate;
    m_key = fields.key;
    m_passphrase = fields.passphrase;
    m_ssh = fields.ssh;
    m_addressMap = fields.addressMap;
    m_replicas = fields.replicas;
    m_writable = fields.writable;
    setFocusProxy(m_url);
}

void ConnectForm::setTarget(const StoreTarget &target)
{
    m_target = target;
    showUrl();
    showParts();
    showOptions();
    showProblem({});
    emit changed();
}

std::optional<StoreTarget> ConnectForm::target() const
{
    return m_problem.isEmpty() ? std::optional(m_target) : std::nullopt;
}

void ConnectForm::setRecentUrls(const QStringList &urls)
{
    const QSignalBlocker blocker(m_url);
    m_url->clear();
    m_url->addItems(urls);
    showUrl();
}

void ConnectForm::urlEdited(const QString &text)
{
    const auto parsed = RedisUrl::parse(text.trimmed());
    if (!parsed) {
        showProblem(parsed.error());
        emit changed();
        return;
    }
    const QString password = parsed->password.isEmpty() ? m_target.url.password : parsed->password;
    m_target.url = *parsed;
    m_target.url.password = password;
    showParts();
    showProblem({});
    emit changed();
}

QString ConnectForm::takeSingle()
{
    RedisUrl &url = m_target.url;
    const bool local = m_local->isChecked();
    url.socketPath = local ? m_socket->path().trimmed() : QString();
    url.endpoints.clear();
    url.masterName.clear();
    if (local)
        return url.socketPath.isEmpty() ? tr("The path of the socket file is missing.") : QString();
    QString host = m_host->text().trimmed();
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.sliced(1, host.size() - 2);
    url.endpoints.push_back({host, quint16(m_port->value())});
    return host.isEmpty() ? tr("The host name is missing.") : QString();
}

QString ConnectForm::takeSeveral(RedisTopology topology)
{
    RedisUrl &url = m_target.url;
    const bool sentinel = topology == RedisTopology::Sentinel;
    const auto hosts = endpointsOf((sentinel ? m_sentinelHosts : m_clusterHosts)->text(), topology);
    url.socketPath.clear();
    url.endpoints = hosts.value_or(std::vector<RedisEndpoint>());
    url.masterName = sentinel ? m_master->text().trimmed() : QString();
    if (!sentinel)
        url.database = 0; // a cluster has no other
    if (!hosts)
        return tr("The hosts are a list, each host or host:port, with commas between.");
    return sentinel && url.masterName.isEmpty() ? tr("The name of the master is missing.") : QString();
}

void ConnectForm::partsEdited()
{
    RedisUrl &url = m_target.url;
    url.user = m_user->text();
    url.password = m_password->text();
    url.database = m_database->value();
    url.topology = m_sentinels->isChecked() ? RedisTopology::Sentinel
        : m_cluster->isChecked()            ? RedisTopology::Cluster
                                            : RedisTopology::Single;
    QString problem = url.topology == RedisTopology::Single ? takeSingle() : takeSeveral(url.topology);
    url.tls = !m_local->isChecked() && m_tls->isChecked();
    if (problem.isEmpty()) {
        // The parser has the last word on what the parts make together.
        const auto parsed = RedisUrl::parse(url.display());
        problem = parsed ? QString() : parsed.error();
        showUrl();
    }
    showParts();
    showProblem(problem);
    emit changed();
}

void ConnectForm::optionsEdited()
{
    m_target.options.caFile = m_ca->path().trimmed();
    m_target.options.certificateFile = m_certificate->path().trimmed();
    m_target.options.keyFile = m_key->path().trimmed();
    m_target.options.keyPassphrase = m_passphrase->text();
    m_target.options.sshDestination = m_ssh->text().trimmed();
    m_target.options.readFromReplicas = m_replicas->isChecked();
    m_target.options.writable = m_writable->isChecked();
    const auto map = addressMapOf(m_addressMap->text());
    m_target.options.addressMap = map.value_or(std::vector<AddressMapping>());
    if (map)
        showProblem(urlProblem());
    else
        showProblem(tr("The address map is a list of pairs, each host:port=host:port, with commas between."));
    emit changed();
}

QString ConnectForm::urlProblem() const
{
    const auto parsed = RedisUrl::parse(m_url->currentText().trimmed());
    return parsed ? QString() : parsed.error();
}

void ConnectForm::showUrl()
{
    const QString text = m_target.url.display();
    if (m_url->currentText() == text)
        return;
    const QSignalBlocker blocker(m_url);
    m_url->setEditText(text);
}

void ConnectForm::showKind()
{
    const RedisUrl &url = m_target.url;
    // An address that is not complete yet does not say whether it is a socket's; what was chosen does.
    const bool local
        = url.topology == RedisTopology::Single && (url.isLocal() || (url.endpoints.empty() && m_local->isChecked()));
    QRadioButton *kind = url.topology == RedisTopology::Sentinel ? m_sentinels
        : url.topology == RedisTopology::Cluster                 ? m_cluster
        : local                                                  ? m_local
                                                                 : m_network;
    const QSignalBlocker kindBlocker(kind);
    const QSignalBlocker tls(m_tls);
    kind->setChecked(true);
    m_tls->setChecked(url.tls);
}

void ConnectForm::showParts()
{
    const RedisUrl &url = m_target.url;
    const bool single = url.topology == RedisTopology::Single;
    // Only what differs is set, so that the cursor of the field being edited stays where it is.
    const auto show = [](QLineEdit *edit, const QString &text) {
        if (edit->text().trimmed() != text)
            edit->setText(text);
    };
    const auto number = [](QSpinBox *box, int value) {
        const QSignalBlocker blocker(box);
        box->setValue(value);
    };
    showKind();
    const bool local = m_local->isChecked();
    if (single && !local && !url.endpoints.empty()) {
        const QString shown = m_host->text().trimmed();
        if (shown != QString(QLatin1Char('[') + url.endpoints.front().host + QLatin1Char(']')))
            show(m_host, url.endpoints.front().host);
        number(m_port, url.endpoints.front().port);
    }
    if (url.isLocal())
        show(m_socket->lineEdit(), url.socketPath);
    QLineEdit *hosts = url.topology == RedisTopology::Sentinel ? m_sentinelHosts : m_clusterHosts;
    if (!single && !url.endpoints.empty() && endpointsOf(hosts->text(), url.topology) != url.endpoints)
        hosts->setText(endpointsText(url.endpoints));
    if (!url.masterName.isEmpty())
        show(m_master, url.masterName);
    number(m_database, url.database);
    if (m_user->text() != url.user)
        m_user->setText(url.user);
    if (m_password->text() != url.password)
        m_password->setText(url.password);
    m_host->setEnabled(single && !local);
    m_port->setEnabled(single && !local);
    m_socket->setEnabled(local);
    m_sentinelHosts->setEnabled(url.topology == RedisTopology::Sentinel);
    m_master->setEnabled(url.topology == RedisTopology::Sentinel);
    m_clusterHosts->setEnabled(url.topology == RedisTopology::Cluster);
    m_database->setEnabled(url.topology != RedisTopology::Cluster);
    m_tls->setEnabled(!local);
    m_addressMap->setEnabled(!single);
    m_replicas->setEnabled(!single);
}

void ConnectForm::showOptions()
{
    m_ca->setPath(m_target.options.caFile);
    m_certificate->setPath(m_target.options.certificateFile);
    m_key->setPath(m_target.options.keyFile);
    m_passphrase->setText(m_target.options.keyPassphrase);
    m_ssh->setText(m_target.options.sshDestination);
    m_addressMap->setText(addressMapText(m_target.options.addressMap));
    m_replicas->setChecked(m_target.options.readFromReplicas);
    m_writable->setChecked(m_target.options.writable);
}

void ConnectForm::showProblem(const QString &problem)
{
    m_problem = problem;
    QPalette colors = palette();
    const bool fine = problem.isEmpty();
    colors.setColor(QPalette::WindowText,
                    fine ? colors.color(QPalette::PlaceholderText) : toneColor(Tone::Failed, colors));
    m_hint->setPalette(colors);
    m_hint->setText(
        fine ? tr("redis://host:port/db, rediss:// for TLS, unix:///path.sock, redis-sentinel://host,host/master, "
                  "redis-cluster://host,host")
             : problem);
}

} // namespace arbscope
