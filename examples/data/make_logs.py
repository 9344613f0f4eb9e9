#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write the sample logs beside this script: python3 make_logs.py

The seed is fixed, so the same bytes come out each time. The files are as untidy as real ones: web.log has Windows
line ends and no end after its last line, cluster.log has stack traces between its entries.
"""

import datetime
import pathlib
import random

HERE = pathlib.Path(__file__).parent
START = datetime.datetime(2005, 12, 4, 6, 30)


def times(rng, count, busy):
    """`count` times from START on, thick around the hour `busy`."""
    now = START
    for _ in range(count):
        yield now
        now += datetime.timedelta(seconds=rng.expovariate(1 / 12) if now.hour == busy else rng.expovariate(1 / 90))


def web(rng, count):
    clients = [f"203.0.113.{rng.randrange(1, 255)}" for _ in range(12)] + ["10.0.0.7", "192.168.1.20"]
    for now in times(rng, count, busy=9):
        stamp = now.strftime("%a %b %d %H:%M:%S %Y")
        if rng.random() < 0.25:
            yield f"[{stamp}] [error] [client {rng.choice(clients)}] File does not exist: /var/www/html/{rng.choice(['robots.txt', 'favicon.ico', 'admin.php'])}"
        elif rng.random() < 0.2:
            yield f"[{stamp}] [error] mod_jk child workerEnv in error state {rng.randrange(6, 9)}"
        else:
            yield f"[{stamp}] [notice] jk2_init() Found child {rng.randrange(1000, 9999)} in scoreboard slot {rng.randrange(6, 12)}"


def secure(rng, count):
    attackers = [f"198.51.100.{rng.randrange(1, 255)}" for _ in range(9)] + ["172.16.4.9"]
    users = ["root", "admin", "oracle", "test", "guest"]
    for now in times(rng, count, busy=7):
        stamp = now.strftime("%b ") + f"{now.day:2d}" + now.strftime(" %H:%M:%S")
        head = f"{stamp} gate sshd[{rng.randrange(20000, 30000)}]:"
        address = rng.choice(attackers)
        kind = rng.random()
        if kind < 0.4:
            yield f"{head} Failed password for {rng.choice(users)} from {address} port {rng.randrange(30000, 60000)} ssh2"
        elif kind < 0.6:
            yield f"{head} Invalid user {rng.choice(users)} from {address}"
        elif kind < 0.8:
            yield f"{head} Connection closed by {address} [preauth]"
        else:
            yield f"{stamp} gate su(pam_unix)[{rng.randrange(2000, 9000)}]: session opened for user news by (uid=0)"


def cluster(rng, count):
    classes = ["MRAppMaster", "RMContainerAllocator", "TaskAttemptListenerImpl", "ipc.Client"]
    for now in times(rng, count, busy=10):
        stamp = now.strftime("%Y-%m-%d %H:%M:%S,") + f"{now.microsecond // 1000:03d}"
        name = "org.apache.hadoop.mapreduce.v2.app." + rng.choice(classes)
        kind = rng.random()
        if kind < 0.1:
            yield f"{stamp} ERROR [main] {name}: Could not contact 10.1.2.{rng.randrange(1, 9)}:8030"
            if rng.random() < 0.3:
                yield "java.net.ConnectException: Connection refused"
                yield f"\tat {name}.run({name}.java:{rng.randrange(20, 900)})"
        elif kind < 0.3:
            yield f"{stamp} WARN [IPC Server handler {rng.randrange(30)}] {name}: slow answer, {rng.randrange(200, 5000)} ms"
        else:
            yield f"{stamp} INFO [main] {name}: progress of attempt_{rng.randrange(1000):06d}_m_{rng.randrange(20):06d} is {rng.random():.3f}"


def main():
    rng = random.Random(20051204)
    (HERE / "web.log").write_bytes("\r\n".join(web(rng, 400)).encode())
    (HERE / "secure.log").write_bytes(("\n".join(secure(rng, 400)) + "\n").encode())
    (HERE / "cluster.log").write_bytes(("\n".join(cluster(rng, 400)) + "\n").encode())


if __name__ == "__main__":
    main()
