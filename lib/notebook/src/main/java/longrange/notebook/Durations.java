package longrange.notebook;

import java.time.Duration;

/// Times as one says them: `0.4 s`, `12 s`, `3 min`.
final class Durations {
  private Durations() {}

  static String say(Duration time) {
    if (time.toMinutes() >= 2) return time.toMinutes() + " min";
    double seconds = time.toMillis() / 1000.0;
    return Numbers.plain(seconds < 10 ? Math.rint(seconds * 10) / 10 : Math.rint(seconds)) + " s";
  }
}
