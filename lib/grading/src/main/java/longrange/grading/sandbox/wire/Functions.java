package longrange.grading.sandbox.wire;

import java.util.OptionalInt;

/// Objects that do not travel: the other side has a number for each, and calls them from afar.
interface Functions {
  /// The number of an object of this side.
  int number(Object function, Class<?> as) throws Refused;

  /// The other side's number, when this is a stand-in for one of its objects.
  OptionalInt home(Object value);

  /// A stand-in for an object of the other side.
  Object standIn(int number, Class<?> as) throws Violation;

  /// The object of this side that has a number.
  Object own(int number) throws Violation;
}
