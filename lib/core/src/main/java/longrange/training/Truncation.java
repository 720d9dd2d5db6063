package longrange.training;

import java.util.function.Supplier;
import longrange.autodiff.Tape;
import longrange.linalg.Need;
import longrange.models.Model;
import longrange.models.SequenceModel;
import longrange.tasks.Batch;
import org.ejml.data.DMatrixRMaj;

/// How far back in time gradients go. It is a record: what it prints is what makes it again.
public sealed interface Truncation {
  /// The loss of a batch, and its gradient as far as it goes.
  ///
  /// @param tapes gives a new tape; the one before is then done with
  Swept sweep(Model model, Batch batch, Supplier<Tape> tapes);

  /// What a chunk begins with.
  enum Start {
    /// The state that the chunk before has left: the network still remembers, but does not learn
    /// what to remember for longer than a chunk.
    CARRIED,
    /// The zero state: the chunks are sequences of their own.
    RESET
  }

  /// Back to the first input: the derivative.
  record None() implements Truncation {
    @Override
    public Swept sweep(Model model, Batch batch, Supplier<Tape> tapes) {
      Tape tape = tapes.get();
      return Swept.from(model.loss(tape, batch), tape, model.parameters());
    }
  }

  /// Back to the beginning of the chunk: truncated backpropagation through time (Williams and Peng
  /// 1990). Only one chunk's values are kept at a time. The gradients of a sequence's chunks are
  /// added up, so that there is one update a batch, as without truncation.
  ///
  /// On average a loss reaches back half a chunk, not a whole one: see
  /// [longrange.probes.GradientByLag].
  ///
  /// @param steps the length of a chunk, at least 1; the last one may be shorter
  /// @param start what a chunk begins with
  record Chunks(int steps, Start start) implements Truncation {
    public Chunks {
      Need.that(steps >= 1, "steps", steps, "at least 1");
    }

    @Override
    public Swept sweep(Model model, Batch batch, Supplier<Tape> tapes) {
      if (!(model instanceof SequenceModel sequence)) {
        throw new IllegalArgumentException(
            "%s cannot be trained in chunks: take a recurrent network"
                .formatted(model.getClass().getSimpleName()));
      }
      DMatrixRMaj zero = sequence.zeroState(batch.size());
      DMatrixRMaj before = zero;
      Swept sum = new Swept(0, Adam.zerosLike(model.parameters()));
      for (int from = 0; from < batch.inputs().size(); from += steps) {
        int to = Math.min(from + steps, batch.inputs().size());
        Tape tape = tapes.get();
        SequenceModel.Part part = sequence.part(tape, batch, from, to, before);
        if (!part.targets().isEmpty()) {
          var loss = Model.loss(tape, batch, part.targets(), part.answers());
          sum = sum.plus(Swept.from(loss, tape, model.parameters()));
        }
        before = start == Start.CARRIED ? part.after() : zero;
      }
      return sum;
    }
  }
}
