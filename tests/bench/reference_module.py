# SPDX-FileCopyrightText: 2026 The ArbScope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports a store to CSV by the reference module itself, for those who have it. Usage: reference_module.py MODULE.py SOCKET CSV"""
import importlib.util
import sys

import redis

path, socket, csv = sys.argv[1:]
spec = importlib.util.spec_from_file_location("reference", path)
module = importlib.util.module_from_spec(spec)
sys.modules["reference"] = module
spec.loader.exec_module(module)
store = redis.Redis(unix_socket_path=socket, decode_responses=True)
with open(csv, "w", newline="", encoding="utf-8") as out:
    module.generate_export(module.ExecutionReportManager(store), out)
