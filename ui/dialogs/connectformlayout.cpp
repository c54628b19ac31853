// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectformlayout.h"

#include "ui/dialogs/filechooser.h"
#include "ui/dialogs/filefield.h"
#include "ui/dialogs/secretfield.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

namespace arbscope {

namespace {

class Layouter
{
    Q_DECLARE_TR_FUNCTIONS(arbscope::ConnectForm)

public:
    Layouter(QWidget *form, FileChooser &files)
        : m_form(form)
        , m_files(files)
    { }
    ConnectFormFields layOut();

private:
    void makeFields();
    FileField *file(const QString &name, const QString &title, const QString &filters);
    QLineEdit *secret(const QString &name);
    template <class W> W *named(const QString &name)
    {
        auto *widget = new W(m_form);
        widget->setObjectName(name);
        return widget;
    }
    QSpinBox *number(const QString &name, int first, int last);
    static QFormLayout *formLayout();

    QWidget *m_form;
    FileChooser &m_files;
    ConnectFormFields m_fields{};
};

QFormLayout *Layouter::formLayout()
{
    auto *layout = new QFormLayout;
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->setHorizontalSpacing(14);
    layout->setVerticalSpacing(8);
    return layout;
}

FileField *Layouter::file(const QString &name, const QString &title, const QString &filters)
{
    auto *field = new FileField(
        [form = m_form, &files = m_files, title, filters](const QString &current, const auto &answer) {
            files.chooseOpenFile(form, title, current, filters, answer);
        },
        m_form);
    field->lineEdit()->setObjectName(name);
    return field;
}

QLineEdit *Layouter::secret(const QString &name)
{
    auto *edit = makeSecretField(m_form);
    edit->setObjectName(name);
    return edit;
}

QSpinBox *Layouter::number(const QString &name, int first, int last)
{
    auto *box = named<QSpinBox>(name);
    box->setRange(first, last);
    box->setMinimumWidth(90);
    return box;
}

void Layouter::makeFields()
{
    const QString pem = tr("Certificates (*.pem *.crt *.cer *.key);;All files (*)");
    m_fields.url = named<QComboBox>(QStringLiteral("url"));
    m_fields.url->setEditable(true);
    m_fields.url->setInsertPolicy(QComboBox::NoInsert);
    m_fields.url->setCompleter(nullptr);
    m_fields.url->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_fields.url->setMinimumContentsLength(48);
    m_fields.url->setToolTip(tr("The address of the store; the list has the stores opened before"));
    m_fields.hint = named<QLabel>(QStringLiteral("urlHint"));
    m_fields.hint->setTextFormat(Qt::PlainText);
    m_fields.hint->setWordWrap(true);
    m_fields.network = new QRadioButton(tr("&Host"), m_form);
    m_fields.network->setObjectName(QStringLiteral("network"));
    m_fields.local = new QRadioButton(tr("&Socket file"), m_form);
    m_fields.local->setObjectName(QStringLiteral("local"));
    m_fields.sentinels = new QRadioButton(tr("Se&ntinels"), m_form);
    m_fields.sentinels->setObjectName(QStringLiteral("sentinels"));
    m_fields.cluster = new QRadioButton(tr("Cl&uster"), m_form);
    m_fields.cluster->setObjectName(QStringLiteral("cluster"));
    m_fields.sentinelHosts = named<QLineEdit>(QStringLiteral("sentinelHosts"));
    m_fields.sentinelHosts->setAccessibleName(tr("Sentinels"));
    m_fields.sentinelHosts->setPlaceholderText(tr("host:port, host:port, …"));
    m_fields.master = named<QLineEdit>(QStringLiteral("master"));
    m_fields.master->setPlaceholderText(QStringLiteral("mymaster"));
    m_fields.master->setMaximumWidth(m_form->fontMetrics().averageCharWidth() * 20);
    m_fields.clusterHosts = named<QLineEdit>(QStringLiteral("clusterHosts"));
    m_fields.clusterHosts->setAccessibleName(tr("Nodes of the cluster"));
    m_fields.clusterHosts->setPlaceholderText(tr("host:port, host:port, …; some of its nodes suffice"));
    m_fields.host = named<QLineEdit>(QStringLiteral("host"));
    m_fields.host->setAccessibleName(tr("Host"));
    m_fields.port = number(QStringLiteral("port"), 1, std::numeric_limits<quint16>::max());
    m_fields.port->setValue(6379);
    m_fields.socket = file(QStringLiteral("socketPath"), tr("Socket File"), tr("All files (*)"));
    m_fields.socket->lineEdit()->setAccessibleName(tr("Socket file"));
    m_fields.socket->setPlaceholder(QStringLiteral("/run/redis/redis.sock"));
    m_fields.database = number(QStringLiteral("database"), 0, std::numeric_limits<int>::max());
    m_fields.user = named<QLineEdit>(QStringLiteral("user"));
    m_fields.user->setPlaceholderText(tr("default user"));
    m_fields.password = secret(QStringLiteral("password"));
    m_fields.password->setToolTip(tr("Kept in memory while ArbScope runs, never written to a file"));
    m_fields.tls = new QGroupBox(tr("Encrypt with &TLS"), m_form);
    m_fields.tls->setObjectName(QStringLiteral("tls"));
    m_fields.tls->setCheckable(true);
    m_fields.ca = file(QStringLiteral("caFile"), tr("CA Certificate"), pem);
    m_fields.ca->setPlaceholder(tr("the system's certificates"));
    m_fields.certificate = file(QStringLiteral("certificateFile"), tr("Client Certificate"), pem);
    m_fields.certificate->setPlaceholder(tr("none"));
    m_fields.key = file(QStringLiteral("keyFile"), tr("Key of the Client Certificate"), pem);
    m_fields.key->setPlaceholder(tr("none"));
    m_fields.passphrase = secret(QStringLiteral("keyPassphrase"));
    m_fields.ssh = named<QLineEdit>(QStringLiteral("ssh"));
    m_fields.ssh->setPlaceholderText(tr("none; a host, an alias or user@host"));
    m_fields.ssh->setToolTip(
        tr("Reach the store through this host by the system's own ssh, with its configuration, keys "
           "and known hosts"));
    m_fields.addressMap = named<QLineEdit>(QStringLiteral("addressMap"));
    m_fields.addressMap->setPlaceholderText(tr("10.0.0.1:6379=gate.example.org:7001, …"));
    m_fields.addressMap->setToolTip(tr("How servers that sentinels or the cluster name are reached from here"));
    m_fields.replicas = named<QCheckBox>(QStringLiteral("replicas"));
    m_fields.replicas->setText(tr("Read from rep&licas, which may lag behind"));
    m_fields.writable = named<QCheckBox>(QStringLiteral("writable"));
    m_fields.writable->setText(tr("&Open for writing (import and repair)"));
    m_fields.writable->setToolTip(tr("Off: nothing in the store can be changed from this window"));
}

ConnectFormFields Layouter::layOut()
{
    makeFields();
    auto *address = formLayout();
    address->addRow(tr("&URL"), m_fields.url);
    address->addRow(QString(), m_fields.hint);
    auto *hostRow = new QHBoxLayout;
    auto *portLabel = new QLabel(tr("&Port"), m_form);
    portLabel->setBuddy(m_fields.port);
    hostRow->addWidget(m_fields.host, 1);
    hostRow->setSpacing(8);
    hostRow->addWidget(portLabel);
    hostRow->addWidget(m_fields.port);
    address->addRow(m_fields.network, hostRow);
    address->addRow(m_fields.local, m_fields.socket);
    auto *sentinelRow = new QHBoxLayout;
    auto *masterLabel = new QLabel(tr("&Master"), m_form);
    masterLabel->setBuddy(m_fields.master);
    sentinelRow->addWidget(m_fields.sentinelHosts, 1);
    sentinelRow->setSpacing(8);
    sentinelRow->addWidget(masterLabel);
    sentinelRow->addWidget(m_fields.master);
    address->addRow(m_fields.sentinels, sentinelRow);
    address->addRow(m_fields.cluster, m_fields.clusterHosts);
    address->addRow(tr("&Database"), m_fields.database);
    m_fields.database->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    address->addRow(tr("Us&er"), m_fields.user);
    address->addRow(tr("Pass&word"), m_fields.password);
    auto *tls = formLayout();
    tls->addRow(tr("CA file"), m_fields.ca);
    tls->addRow(tr("Client certificate"), m_fields.certificate);
    tls->addRow(tr("Its key"), m_fields.key);
    tls->addRow(tr("Its passphrase"), m_fields.passphrase);
    m_fields.tls->setLayout(tls);

    auto *kind = new QButtonGroup(m_form);
    kind->addButton(m_fields.network);
    kind->addButton(m_fields.local);
    kind->addButton(m_fields.sentinels);
    kind->addButton(m_fields.cluster);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(address);
    column->addWidget(m_fields.tls);
    auto *way = formLayout();
    way->addRow(tr("SS&H host"), m_fields.ssh);
    way->labelForField(m_fields.ssh)->setMinimumWidth(m_fields.local->sizeHint().width());
    way->addRow(tr("&Address map"), m_fields.addressMap);
    way->addRow(QString(), m_fields.replicas);
    way->addRow(QString(), m_fields.writable);
    column->addLayout(way);
    return m_fields;
}

} // namespace

ConnectFormFields layOutConnectForm(QWidget *form, FileChooser &files)
{
    return Layouter(form, files).layOut();
}

} // namespace arbscope
