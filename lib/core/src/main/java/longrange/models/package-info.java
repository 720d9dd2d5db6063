/// Models: layers that take a sequence to a sequence, and what reads answers from them.
///
/// Read [Model] first, which answers the questions of a batch, then [SequenceModel], a
/// [longrange.cells.Layer] and a [Readout] wherever a batch asks. A layer is a cell, run over the
/// sequence, or two cells, [Bidirectional], or an [Embedding], or a [Chain] of layers.
/// [EncoderDecoder] answers after a whole source, [EchoState] is fitted, not trained, and an
/// [Agent] learns from rewards. [CharTokens] makes symbols of a text.
///
/// A model is made from an [Architecture], a record that prints what makes it again, and a
/// generator of random numbers: [RecurrentNetwork] is the one to begin with. What a model is asked
/// is in `longrange.tasks`, how it learns in `longrange.training`; what its cell keeps of a
/// sequence is measured in `longrange.probes`, the package to read next. This package must know
/// nothing of optimisers or of the course of a training.
@NullMarked
package longrange.models;

import org.jspecify.annotations.NullMarked;
