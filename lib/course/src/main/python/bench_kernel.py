"""Two Java kernels beside each other, asked by the protocol as Jupyter does: a table in Markdown.

What is measured is measured in turns, so that whatever else the machine does falls on both.
How far it is goes to standard error, the table to standard output. Exits with 1 where the first
kernel is behind the second.
"""

import argparse
import json
import math
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import psutil
import zmq
from jupyter_client.connect import write_connection_file
from jupyter_client.session import Session

LIMIT = 60
# What the kernel's specification asks: at most this share of the other's time.
START_SHARE = 0.45
CHART = """import org.knowm.xchart.*;
var chart = new XYChartBuilder().width(600).height(400).title("x²").build();
chart.addSeries("x²", new double[] {0, 1, 2, 3}, new double[] {0, 1, 4, 9});
chart"""


class Kernel:
    """A running kernel's process, and a client of it. It ends with its `with`."""

    def __init__(self, argv, folder, environment):
        self.file, ports = write_connection_file(
            fname=tempfile.mktemp(suffix=".json", dir=folder), ip="127.0.0.1", key=b"bench")
        self.session = Session(key=b"bench", signature_scheme="hmac-sha256")
        self.context = zmq.Context()
        words = [word.replace("{connection_file}", self.file) for word in argv]
        self.begun = time.perf_counter()
        # A group of its own: Ctrl-C reaches this script alone, which ends the whole group.
        self.process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=environment, start_new_session=True)
        self.shell = self.connect(zmq.DEALER, ports["shell_port"])
        self.control = self.connect(zmq.DEALER, ports["control_port"])
        self.iopub = self.connect(zmq.SUB, ports["iopub_port"])
        self.iopub.subscribe(b"")

    def connect(self, kind, port):
        socket = self.context.socket(kind)
        socket.setsockopt(zmq.RECONNECT_IVL, 5)
        socket.setsockopt(zmq.LINGER, 0)
        socket.setsockopt(zmq.RCVHWM, 0)
        socket.connect(f"tcp://127.0.0.1:{port}")
        return socket

    def receive(self, socket, seconds=LIMIT):
        if not socket.poll(seconds * 1000):
            raise TimeoutError
        _, frames = self.session.feed_identities(socket.recv_multipart())
        return self.session.deserialize(frames)

    def send(self, socket, kind, content):
        return self.session.send(socket, kind, content)["header"]["msg_id"]

    def reply(self, socket, request, seconds=LIMIT):
        while True:
            message = self.receive(socket, seconds)
            if message["parent_header"].get("msg_id") == request:
                return message

    def cell(self, code):
        return self.send(self.shell, "execute_request", {
            "code": code, "silent": False, "store_history": True, "user_expressions": {},
            "allow_stdin": False, "stop_on_error": True})

    def answer(self, request, seconds=LIMIT):
        """The reply, and all that was shown up to "idle"."""
        shown, end = [], time.monotonic() + seconds
        while time.monotonic() < end:
            message = self.receive(self.iopub, max(0.01, end - time.monotonic()))
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["content"].get("execution_state") == "idle":
                return self.reply(self.shell, request, seconds)["content"], shown
            shown.append(message)
        raise TimeoutError

    def run(self, code, seconds=LIMIT):
        return self.answer(self.cell(code), seconds)

    def subscribed(self):
        """A broadcast socket misses what comes before it has joined."""
        while not self.iopub.poll(200):
            self.reply(self.shell, self.send(self.shell, "kernel_info_request", {}))

    def tree(self):
        try:
            process = psutil.Process(self.process.pid)
            return [process, *process.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def end(self):
        """How long its processes take to end once they are asked."""
        family = self.tree()
        try:
            request = self.send(self.control, "shutdown_request", {"restart": False})
            self.reply(self.control, request, 5)
            begun = time.perf_counter()
            _, alive = psutil.wait_procs(family, timeout=5)
            return 5.0 if alive else time.perf_counter() - begun
        except TimeoutError:
            return 5.0

    def __enter__(self):
        return self

    def __exit__(self, *error):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass  # It has ended as it was asked.
        self.process.wait()
        self.context.destroy(linger=0)
        os.unlink(self.file)


def measured(kernel):
    """Seconds to the first answer, of a warm cell, memory, seconds to the end."""
    kernel.reply(kernel.shell, kernel.send(kernel.shell, "kernel_info_request", {}))
    kernel.reply(kernel.shell, kernel.cell("1 + 1"))
    first = time.perf_counter() - kernel.begun
    memory = sum(process.memory_info().rss for process in kernel.tree()) / 1e6
    warm = []
    for i in range(60):
        begun = time.perf_counter()
        kernel.reply(kernel.shell, kernel.cell(f"{i} + 1"))
        warm.append(time.perf_counter() - begun)
    return first, statistics.median(warm[30:]) * 1000, memory, kernel.end()


def first_chart(kernel):
    """Seconds from the start to a chart's picture; infinitely many where there is none."""
    reply, shown = kernel.reply(kernel.shell, kernel.cell("1")), None
    kernel.subscribed()
    reply, shown = kernel.run(CHART)
    seconds = time.perf_counter() - kernel.begun
    pictures = [m for m in shown if "image" in json.dumps(m["content"])]
    return seconds if reply["status"] == "ok" and pictures else math.inf


def text(shown):
    return "".join(
        m["content"].get("text") or m["content"].get("data", {}).get("text/plain", "")
        for m in shown if m["msg_type"] in ("stream", "execute_result", "display_data"))


def interrupted(kernel):
    request = kernel.cell("while (true) {}")
    time.sleep(1)
    kernel.reply(kernel.control, kernel.send(kernel.control, "interrupt_request", {}))
    kernel.answer(request, 10)
    family = kernel.tree()
    before = sum(sum(p.cpu_times()[:2]) for p in family)
    time.sleep(2)
    share = (sum(sum(p.cpu_times()[:2]) for p in family) - before) / 2
    return share < 0.5, "stopped" if share < 0.5 else f"{share:.0%} of a core for ever"


def failing_text(kernel):
    kernel.run("class Bad { public String toString() { return toString(); } }")
    reply, _ = kernel.run("new Bad()", 15)
    alive = kernel.run("1 + 1", 15)[0]["status"] == "ok"
    return reply["status"] == "error" and alive, "error shown"


def run_all(kernel):
    first, second = kernel.cell("1 / 0"), kernel.cell("System.out.println(\"on\");")
    kernel.reply(kernel.shell, first)
    status = kernel.reply(kernel.shell, second)["content"]["status"]
    return status == "aborted", "later cells " + ("aborted" if status == "aborted" else "run on")


def many_lines(kernel):
    request = kernel.cell("for (int i = 0; i < 100_000; i++) System.out.println(i);")
    got, end, idle = 0, time.monotonic() + LIMIT, False
    while not idle and time.monotonic() < end and kernel.iopub.poll(10_000):
        message = kernel.receive(kernel.iopub)
        if message["parent_header"].get("msg_id") == request:
            got += message["content"].get("text", "").count("\n")
            idle = message["content"].get("execution_state") == "idle"
    return got == 100_000 and idle, f"{got:,} lines" + ("" if idle else ", no idle")


def error(kernel):
    reply, _ = kernel.run("int f(int n) {\n  return 1 / n;\n}\nf(0)")
    lines = [line for line in "\n".join(reply["traceback"]).splitlines()]
    foreign = sum("java.base" in line or "jdk.jshell" in line or "jjava" in line for line in lines)
    name = reply["ename"].split(".")[-1]
    return name == "ArithmeticException" and not foreign, f"{name}, {foreign} foreign frames"


def ended(kernel):
    try:
        kernel.run("int kept = 7;")
        kernel.run("System.exit(3)", 5)
        alive = "7" in text(kernel.run("kept", 10)[1])
    except TimeoutError:
        alive = False
    return alive, "refused, state kept" if alive else "kernel and state lost"


def shown_as(code, wanted):
    def case(kernel):
        shown = text(kernel.run(code)[1]).strip().replace("\n", " ")
        return wanted(shown), shown[:40] or "nothing"
    return case


def history(kernel):
    kernel.run("int h = 1;")
    try:
        request = kernel.send(kernel.shell, "history_request", {
            "output": False, "raw": True, "hist_access_type": "tail", "n": 5})
        found = kernel.reply(kernel.shell, request, 5)["content"].get("history", [])
    except TimeoutError:
        return False, "no answer"
    return any("int h" in row[2] for row in found), "answered"


def lost_variables(kernel):
    kernel.run("class A {}")
    kernel.run("A lost = new A();")
    shown = text(kernel.run("class A { int x; }")[1])
    return "lost" in shown, "named" if "lost" in shown else "silently null"


CASES = [
    ("interrupt of `while(true){}`", interrupted),
    ("a value whose `toString()` never ends", failing_text),
    ("an error during Run All", run_all),
    ("100,000 `println`", many_lines),
    ("run-time error", error),
    ("`System.exit(3)`", ended),
    ("an array", shown_as("new double[] {1, 2}", lambda s: "2.0" in s)),
    ("`null`", shown_as("Object none = null;\nnone", lambda s: "null" in s)),
    ("`display(\"x\")` as last line", shown_as("display(\"x\")", lambda s: s == "x")),
    ("variables of a class declared again", lost_variables),
    ("`history_request`", history),
]


def command(spec):
    """The words that Jupyter would start a kernel with, but for the connection file."""
    with open(spec, encoding="utf-8") as file:
        words = json.load(file)["argv"]
    return [word.replace("{resource_dir}", os.path.dirname(spec)) for word in words]


def tried(case, kernel):
    try:
        kernel.reply(kernel.shell, kernel.cell("1"))
        kernel.subscribed()
        return case(kernel)
    except (TimeoutError, psutil.NoSuchProcess):
        return False, "hangs"


class Progress:
    """One line for each step, before it is taken: all of it takes minutes."""

    def __init__(self, steps):
        self.steps, self.done = steps, 0

    def say(self, step):
        self.done += 1
        print(f"[{self.done}/{self.steps}] {step}", file=sys.stderr, flush=True)


def in_turns(what, measure, argv, environment, rounds, folder, progress):
    """What each kernel brings in each round: a list for each kernel."""
    found = ([], [])
    for i in range(rounds):
        progress.say(f"{what}: round {i + 1} of {rounds}")
        for words, own in zip(argv, found):
            with Kernel(words, folder, environment) as kernel:
                own.append(measure(kernel))
    return found


def ended(number, frame):
    """Ctrl-C comes from the terminal, and once more from the command that ends with it."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    sys.exit(128 + number)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ours")
    parser.add_argument("stock")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jars", default="")
    parser.add_argument("--java", default="")
    options = parser.parse_args()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, ended)
    argv = [command(spec) for spec in (options.stock, options.ours)]
    environment = {**os.environ, "PATH": options.java + os.pathsep + os.environ["PATH"]}
    with_jars = {**environment, "JJAVA_CLASSPATH": options.jars}
    rows, behind = [], []
    progress = Progress(2 * options.rounds + len(CASES))
    with tempfile.TemporaryDirectory() as folder:
        figures = in_turns(
            "starts", measured, argv, environment, options.rounds, folder, progress)
        charts = in_turns(
            "first charts", first_chart, argv, with_jars, options.rounds, folder, progress)
        results = [[list(column) for column in zip(*figures[i])] + [charts[i]] for i in (0, 1)]
        names = [("start to the first `1 + 1`", "{:.2f} s", 0, START_SHARE),
                 ("a warm `1 + 1`", "{:.0f} ms", 1, 1), ("first chart", "{:.2f} s", 4, 1),
                 ("shutdown", "{:.2f} s", 3, 1), ("memory after the first cell", "{:.0f} MB", 2, 1)]
        for name, form, at, share in names:
            stock, ours = (statistics.median(results[i][at]) for i in (0, 1))
            rows.append((name, form.format(stock), form.format(ours) + f" ({ours / stock:.2f} ×)"))
            if ours > share * stock or ours == math.inf:
                behind.append(name)
        for name, case in CASES:
            progress.say(name)
            outcomes = []
            for words in argv:
                with Kernel(words, folder, environment) as kernel:
                    outcomes.append(tried(case, kernel))
            (good, stock), (better, ours) = outcomes
            rows.append((name, stock, ours))
            if good and not better:
                behind.append(name)
    print("| case | stock JJava | this kernel |\n|---|---|---|")
    for row in rows:
        print("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |")
    print(f"\n{options.rounds} rounds in turns; medians.")
    for name in behind:
        print("Behind: " + name)
    return 1 if behind else 0


if __name__ == "__main__":
    sys.exit(main())
