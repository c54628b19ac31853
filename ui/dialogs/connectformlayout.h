// SPDX-FileCopyrightText: 2026 The ArbScope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCheckBox;
class QComboBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;
class QWidget;

namespace arbscope {

class FileChooser;
class FileField;

/// The fields of a ConnectForm; children of its widget, which owns them.
struct ConnectFormFields
{
    QComboBox *url;
    QLabel *hint;
    QRadioButton *network;
    QRadioButton *local;
    QRadioButton *sentinels;
    QRadioButton *cluster;
    QLineEdit *host;
    QSpinBox *port;
    FileField *socket;
    QLineEdit *sentinelHosts;
    QLineEdit *master;
    QLineEdit *clusterHosts;
    QSpinBox *database;
    QLineEdit *user;
    QLineEdit *password;
    QGroupBox *tls;
    FileField *ca;
    FileField *certificate;
    FileField *key;
    QLineEdit *passphrase;
    QLineEdit *ssh;
    QLineEdit *addressMap;
    QCheckBox *replicas;
    QCheckBox *writable;
};

/// Makes the fields and lays them out in `form`, in the order of the Tab key.
[[nodiscard]] ConnectFormFields layOutConnectForm(QWidget *form, FileChooser &files);

} // namespace arbscope
