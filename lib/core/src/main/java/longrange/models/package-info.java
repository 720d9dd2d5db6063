/// Models: a cell, what reads its states out, and the loss on a batch.
///
/// A model is made from an architecture, a record that prints what makes it again, and a generator.
/// This package must know nothing of optimisers or of the course of a training.
@NullMarked
package longrange.models;

import org.jspecify.annotations.NullMarked;
