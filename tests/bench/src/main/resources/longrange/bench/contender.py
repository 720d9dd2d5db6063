"""PyTorch's contender in a comparison: one process, told line by line what to do.

Its answers are as those of Contender.java. `contender.py flush` lets the processor round subnormal
numbers to zero; `contender.py hand` probes by products written by hand, without autograd.
"""

import array
import sys
import time

import torch

MODE = sys.argv[1] if len(sys.argv) > 1 else "default"
torch.set_flush_denormal(MODE == "flush")


def numbers(path):
    """The matrices that the course has drawn."""
    with open(path, "rb") as file:
        raw = file.read()
    at = 0

    def ints(n):
        nonlocal at
        values = array.array("i", raw[at : at + 4 * n])
        values.byteswap()
        at += 4 * n
        return list(values)

    matrices = []
    for _ in range(ints(1)[0]):
        rows, cols = ints(2)
        values = array.array("d", raw[at : at + 8 * rows * cols])
        values.byteswap()
        at += 8 * rows * cols
        matrices.append(torch.tensor(values, dtype=torch.float64).reshape(rows, cols))
    return matrices


def write(path, matrices):
    """What the course reads: all in the form in which it writes."""
    with open(path, "wb") as file:

        def out(kind, values):
            raw = array.array(kind, values)
            raw.byteswap()
            raw.tofile(file)

        out("i", [len(matrices)])
        for m in matrices:
            out("i", m.shape)
            out("d", m.double().reshape(-1).tolist())


def blocks(m, order):
    """The column blocks of one library in the order of the other."""
    n = m.shape[1] // len(order)
    return torch.cat([m[:, k * n : (k + 1) * n] for k in order], 1)


class Step:
    """Stock modules and optimiser, as a user would write a training step."""

    # The course's blocks are i, f, o, g and r, z, h; PyTorch's i, f, g, o and the same.
    ORDER = {"lstm": [0, 1, 3, 2], "gru": [0, 1, 2], "rnn": [0]}

    def __init__(self, cell, dtype, matrices):
        self.cell = cell = cell.removesuffix("-decaying")
        cells = 4 if cell == "gru" else 3
        wx, wh, bias = matrices[0], matrices[1], matrices[cells - 1]
        if cell == "gru":
            wh = torch.cat([matrices[1], matrices[2]], 1)
        v, c = matrices[cells], matrices[cells + 1]
        self.net = {"lstm": torch.nn.LSTM, "gru": torch.nn.GRU, "rnn": torch.nn.RNN}[cell](
            wx.shape[0], wh.shape[0]
        ).to(dtype)
        self.head = torch.nn.Linear(v.shape[0], 1).to(dtype)
        order = self.ORDER[cell]
        with torch.no_grad():
            self.net.weight_ih_l0.copy_(blocks(wx, order).T)
            self.net.weight_hh_l0.copy_(blocks(wh, order).T)
            self.net.bias_ih_l0.copy_(blocks(bias, order)[0])
            self.net.bias_hh_l0.zero_()
            self.head.weight.copy_(v.T)
            self.head.bias.copy_(c[0])
        self.x = torch.stack(matrices[cells + 2 : -1]).to(dtype)
        self.y = matrices[-1].to(dtype)
        self.parameters = list(self.net.parameters()) + list(self.head.parameters())
        self.optimiser = torch.optim.Adam(self.parameters, lr=1e-6)
        self.first = self.swept()

    def loss(self):
        self.optimiser.zero_grad()
        outputs, _ = self.net(self.x)
        return ((self.head(outputs[-1]) - self.y) ** 2).mean()

    def run(self):
        self.loss().backward()
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimiser.step()

    def swept(self):
        """Loss and gradients, in the course's order. Its own inverse: each swaps at most two."""
        loss = self.loss()
        loss.backward()
        order = self.ORDER[self.cell]
        wx = blocks(self.net.weight_ih_l0.grad.T, order)
        wh = blocks(self.net.weight_hh_l0.grad.T, order)
        bias = blocks(self.net.bias_ih_l0.grad[None, :], order)
        n = wh.shape[0]
        parts = [wx, wh[:, : 2 * n], wh[:, 2 * n :], bias] if self.cell == "gru" else [wx, wh, bias]
        parts += [self.head.weight.grad.T, self.head.bias.grad[None, :]]
        return [loss.detach().reshape(1, 1)] + [part.clone() for part in parts]

    def result(self):
        return self.first


class Probe:
    """All spectral norms of the Jacobians of a tanh network, forward pass included."""

    def __init__(self, matrices):
        self.wx, self.wh, self.bias = matrices[:3]
        self.x = torch.cat(matrices[3:])

    def run(self):
        return self.by_hand() if MODE == "hand" else self.by_autograd()

    def by_autograd(self):
        n = self.wh.shape[0]
        states = [torch.zeros(n, dtype=torch.float64, requires_grad=True)]
        for x in self.x @ self.wx + self.bias:
            states.append(torch.tanh(x + states[-1] @ self.wh))
        seeds = torch.eye(n, dtype=torch.float64)
        jacobians = torch.autograd.grad(states[-1], states[:-1], seeds, is_grads_batched=True)
        return torch.linalg.matrix_norm(torch.stack(jacobians[::-1]), ord=2)

    def by_hand(self):
        with torch.no_grad():
            n = self.wh.shape[0]
            steps = len(self.x)
            states = torch.zeros(steps + 1, n, dtype=torch.float64)
            for t, x in enumerate(self.x @ self.wx + self.bias):
                torch.tanh(torch.addmv(x, self.wh.T, states[t]), out=states[t + 1])
            slopes = 1 - states * states
            jacobians = torch.empty(steps, n, n, dtype=torch.float64)
            jacobian = torch.eye(n, dtype=torch.float64)
            transposed = self.wh.T.contiguous()
            for k in range(steps):
                jacobian = torch.mm(jacobian * slopes[steps - k], transposed, out=jacobians[k])
            return torch.linalg.matrix_norm(jacobians, ord=2)

    def result(self):
        return list(self.run().reshape(-1, 1, 1))


def taken(line):
    words, path = line.rsplit(" file=", 1)
    kind, cell, precision, _, _, _, threads = words.split(" ")
    torch.set_num_threads(int(threads))
    dtype = torch.float64 if precision == "double" else torch.float32
    return Probe(numbers(path)) if kind == "probe" else Step(cell, dtype, numbers(path))


def timed(work, seconds):
    """The median and the least of the milliseconds."""
    times = []
    end = time.perf_counter() + seconds
    while not times or time.perf_counter() < end:
        begun = time.perf_counter()
        work.run()
        times.append(1e3 * (time.perf_counter() - begun))
    times.sort()
    median = (times[(len(times) - 1) // 2] + times[len(times) // 2]) / 2
    return f"{median} {times[0]}"


def main():
    print(f"torch {torch.__version__}, {MODE}, Python {sys.version.split()[0]}", flush=True)
    work = None
    for line in sys.stdin:
        verb, rest = line.rstrip("\n").split(" ", 1)
        if verb == "take":
            work = taken(rest)
            print("ready", flush=True)
        elif verb == "result":
            write(rest, work.result())
            print("written", flush=True)
        else:
            print(timed(work, float(rest)), flush=True)


if __name__ == "__main__":
    main()
