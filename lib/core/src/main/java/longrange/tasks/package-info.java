/// Tasks whose data is made, not downloaded. Each draws its batches from a generator that is passed
/// in, and knows two figures without any training: what it costs to remember nothing, and what the
/// best of all answers costs. A loss means something between them only.
///
/// Read [Task] and [Batch] first, then [AddingProblem] for a task on numbers and [LaggedParity] for
/// one on symbols. What is drawn from a grammar rests on [Source], which knows how well the next
/// symbol can be predicted at all: see [EmbeddedReber], then [AgreementGrammar].
///
/// - One bit or a few over a long time: [TwoSequences], [NoiseFreeLag], [TemporalOrder],
///   [AddingProblem], [SignedAddingProblem], [LaggedParity], [MotifPair].
/// - A whole word: [CopyMemory], [Reversal].
/// - A language: [EmbeddedReber], with one string or a stream of them, [AgreementGrammar].
/// - A series, always beside a [DelayLine]: [Narma10], [MackeyGlass].
/// - The four ways to use a network, one of each: [Captions], [NegatedSentiment], [Tagging],
///   [Translation].
/// - An agent: [TMaze].
///
/// This package must know nothing of networks or training.
@NullMarked
package longrange.tasks;

import org.jspecify.annotations.NullMarked;
