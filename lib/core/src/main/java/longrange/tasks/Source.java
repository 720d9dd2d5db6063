package longrange.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// A random source of symbols: each state draws the next symbol, and state and symbol together
/// decide the next state. It ends in a state without arcs.
///
/// Because the symbols read so far decide the state, the best possible prediction of the next
/// symbol is the state's own distribution. So what no model can beat is a sum over the states, each
/// as often as it is visited.
///
/// @param <S> a state, with `equals` and `hashCode`
/// @param start where every sequence begins
/// @param arcs the ways out of a state: none from the end
record Source<S>(S start, Function<S, List<Arc<S>>> arcs) {
  /// Below this a probability changes no sum any more.
  private static final double NEGLIGIBLE = 0x1p-80;

  /// One way out of a state.
  ///
  /// @param symbol that is said
  /// @param probability of this way; those of a state add up to 1
  /// @param next the state after it
  record Arc<S>(String symbol, double probability, S next) {}

  /// Ways for some symbols, each as likely as any other.
  ///
  /// @param probability of all of them together
  static <S> List<Arc<S>> uniform(
      List<String> symbols, double probability, Function<String, S> next) {
    return symbols.stream()
        .map(symbol -> new Arc<>(symbol, probability / symbols.size(), next.apply(symbol)))
        .toList();
  }

  /// The same arcs, worked out only once for each state.
  static <S> Function<S, List<Arc<S>>> remembered(Function<S, List<Arc<S>>> arcs) {
    Map<S, List<Arc<S>>> known = new ConcurrentHashMap<>();
    return state -> known.computeIfAbsent(state, arcs);
  }

  /// Draws one sequence.
  List<String> draw(RandomGenerator random) {
    List<String> symbols = new ArrayList<>();
    List<Arc<S>> ways = arcs.apply(start);
    while (!ways.isEmpty()) {
      Arc<S> way = drawn(ways, random.nextDouble());
      symbols.add(way.symbol());
      ways = arcs.apply(way.next());
    }
    return symbols;
  }

  private static <S> Arc<S> drawn(List<Arc<S>> ways, double uniform) {
    double rest = uniform;
    for (Arc<S> way : ways) {
      rest -= way.probability();
      if (rest < 0) {
        return way;
      }
    }
    return ways.getLast(); // rounding
  }

  /// How many symbols a sequence has on average.
  double meanLength() {
    return mean(state -> 1);
  }

  /// The entropy of a sequence, in nats: what the best prediction of all its symbols costs.
  double entropy() {
    return mean(state -> weightedEntropy(next(state)));
  }

  /// How many symbols of a sequence are right on average when always the likeliest is said.
  double meanHits() {
    return mean(state -> next(state).values().stream().mapToDouble(p -> p).max().orElse(0));
  }

  /// What it costs to predict each symbol from the one before alone, summed over a sequence, in
  /// nats. The first one has none before it, and is left out.
  double pairEntropy() {
    Map<String, Map<String, Double>> pairs = new LinkedHashMap<>();
    visits()
        .forEach((state, visits) -> {
          for (Arc<S> first : arcs.apply(state)) {
            Map<String, Double> seconds =
                pairs.computeIfAbsent(first.symbol(), s -> new LinkedHashMap<>());
            double p = visits * first.probability();
            next(first.next()).forEach((s, q) -> seconds.merge(s, p * q, Double::sum));
          }
        });
    return pairs.values().stream().mapToDouble(Source::weightedEntropy).sum();
  }

  /// What it costs to predict each symbol from its place in the sequence alone, summed over a
  /// sequence, in nats. That there is a symbol at this place is known.
  double placeEntropy() {
    double sum = 0;
    for (Map<S, Double> now : places()) {
      Map<String, Double> weights = new LinkedHashMap<>();
      now.forEach(
          (state, p) -> next(state).forEach((s, q) -> weights.merge(s, p * q, Double::sum)));
      sum += weightedEntropy(weights);
    }
    return sum;
  }

  /// The sum over the states of a figure times how often a sequence visits the state.
  private double mean(ToDoubleFunction<S> figure) {
    return visits().entrySet().stream()
        .filter(visit -> !arcs.apply(visit.getKey()).isEmpty())
        .mapToDouble(visit -> visit.getValue() * figure.applyAsDouble(visit.getKey()))
        .sum();
  }

  /// How often a sequence visits each state on average.
  private Map<S, Double> visits() {
    Map<S, Double> visits = new LinkedHashMap<>();
    places().forEach(now -> now.forEach((state, p) -> visits.merge(state, p, Double::sum)));
    return visits;
  }

  /// The probabilities of the states at each place, followed until every sequence has ended.
  private List<Map<S, Double>> places() {
    List<Map<S, Double>> places = new ArrayList<>();
    Map<S, Double> now = Map.of(start, 1.0);
    while (!now.isEmpty()) {
      places.add(now);
      Map<S, Double> then = new LinkedHashMap<>();
      now.forEach((state, p) ->
          arcs.apply(state)
              .forEach(way -> then.merge(way.next(), p * way.probability(), Double::sum)));
      then.values().removeIf(p -> p < NEGLIGIBLE);
      now = then;
    }
    return places;
  }

  /// The probabilities of the next symbol.
  Map<String, Double> next(S state) {
    return arcs.apply(state).stream()
        .collect(Collectors.toMap(Arc::symbol, Arc::probability, Double::sum, LinkedHashMap::new));
  }

  /// The entropy of weights, times their sum; of probabilities, which add up to 1, their entropy.
  static double weightedEntropy(Map<String, Double> weights) {
    double sum = weights.values().stream().mapToDouble(w -> w).sum();
    return -weights.values().stream().mapToDouble(w -> w * Math.log(w / sum)).sum();
  }
}
