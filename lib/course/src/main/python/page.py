"""Runs a notebook from top to bottom and writes it as one HTML page that needs no network.

    page.py NOTEBOOK OUT --folder FOLDER --kernel NAME --kernel-log FILE

The notebook file itself is only read. Exit codes: 0 done, 1 a cell failed (the page has results up
to there), 3 the kernel could not be started or died.
"""

import argparse
import os
import re
import signal
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

from formulas import Page

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def main():
    options = arguments()
    notebook = nbformat.read(options.notebook, as_version=4)
    with open(options.kernel_log, "w", encoding="utf-8") as log:
        code = run(notebook, options, log)
    folder = os.path.dirname(os.path.abspath(options.notebook))
    page, misread = Page().of(notebook, title(notebook, options.notebook), folder)
    half = options.out + ".half"
    with open(half, "w", encoding="utf-8") as file:
        file.write(page)
    os.replace(half, options.out)
    for formula in misread:
        print(f"This formula could not be turned into MathML and stands as it was typed: {formula}")
    return code


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("notebook")
    parser.add_argument("out")
    parser.add_argument("--folder", required=True)
    parser.add_argument("--kernel", required=True)
    parser.add_argument("--kernel-log", required=True)
    return parser.parse_args()


def title(notebook, file):
    for cell in notebook.cells:
        match = re.search(r"^# +(.+)$", cell.source, re.M) if cell.cell_type == "markdown" else None
        if match:
            return match.group(1).strip()
    return os.path.splitext(os.path.basename(file))[0]


def run(notebook, options, log):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(
        notebook,
        timeout=None,
        startup_timeout=60,
        kernel_name=options.kernel,
        resources={"metadata": {"path": options.folder}},
    )
    cells = Cells(notebook)
    try:
        with client.setup_kernel(stderr=log):
            for index, cell in enumerate(notebook.cells):
                if cell.cell_type == "code" and cell.source.strip():
                    cells.begin(index)
                    client.execute_cell(cell, index)
                    cells.end()
            cells.done()
            client.set_widgets_metadata()
        return 0
    except CellExecutionError:
        cells.failed(notebook.cells[cells.index])
        return 1
    except (DeadKernelError, RuntimeError) as error:
        print(f"\nThe kernel could not be started, or died: {error} Its own words: {options.kernel_log}")
        return 3


class Cells:
    """What the user sees of each cell: its number, its section, its seconds."""

    def __init__(self, notebook):
        self.total = sum(
            1 for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()
        )
        self.sections = sections(notebook)
        self.live = sys.stdout.isatty()
        self.count = 0
        self.index = 0
        self.begun = 0.0
        self.slowest = (0.0, "")

    def begin(self, index):
        self.index, self.count, self.begun = index, self.count + 1, time.monotonic()
        if self.live:
            print(self.line() + " …", end="", flush=True)

    def end(self):
        seconds = time.monotonic() - self.begun
        self.slowest = max(self.slowest, (seconds, self.line()))
        print(("\r" if self.live else "") + f"{self.line()}  {seconds:.1f} s", flush=True)

    def done(self):
        seconds, line = self.slowest
        if line:
            print(f"slowest: {line}  {seconds:.1f} s", flush=True)

    def failed(self, cell):
        if self.live:
            print()
        error = next(output for output in cell.outputs if output.output_type == "error")
        block = ANSI.sub("", "\n".join(error.traceback)).strip()
        if not block:
            block = f"{error.ename}: {error.evalue}"
        print(f"{self.line()}  failed:\n")
        print("\n".join("    " + line for line in block.splitlines()) + "\n", flush=True)

    def line(self):
        return f"cell {self.count:2} of {self.total}  {self.sections[self.index]}"


def sections(notebook):
    """Per cell the last heading above it."""
    heading, found = "", []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            headings = re.findall(r"^#+ +(.+)$", cell.source, re.M)
            heading = headings[-1].strip() if headings else heading
        found.append(heading.replace("$", "")[:60])
    return found


def stop(*_):
    raise KeyboardInterrupt


if __name__ == "__main__":
    # However it is ended, the kernel is ended too.
    signal.signal(signal.SIGTERM, stop)
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("\nStopped.")
        sys.exit(1)
