package longrange.kernel;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import longrange.kernel.wire.Incoming;
import longrange.kernel.wire.Json;

/// The cells of this session, for a client's arrow keys. Not kept beyond it.
final class History {
  private record Entry(int line, String source) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(int line, String source) {
    entries.add(new Entry(line, source));
  }

  /// The content of a `history_reply`.
  JsonElement answer(Incoming request) {
    List<Entry> found =
        switch (request.text("hist_access_type")) {
          case "range" -> range(request);
          case "search" -> search(request);
          default -> last(entries, request.number("n", Integer.MAX_VALUE));
        };
    boolean withOutput = request.flag("output", false);
    return Json.element(found.stream().map(entry -> row(entry, withOutput)).toList());
  }

  private List<Entry> range(Incoming request) {
    if (request.number("session", 0) != 0) {
      return List.of();
    }
    int start = request.number("start", 0);
    int stop = request.number("stop", Integer.MAX_VALUE);
    return entries.stream().filter(e -> e.line >= start && e.line < stop).toList();
  }

  private List<Entry> search(Incoming request) {
    Pattern pattern = glob(request.text("pattern"));
    List<Entry> found = entries.stream().filter(e -> pattern.matcher(e.source).matches()).toList();
    if (request.flag("unique", false)) {
      Map<String, Entry> latest = new LinkedHashMap<>();
      found.forEach(entry -> latest.put(entry.source, entry));
      found = List.copyOf(latest.values());
    }
    return last(found, request.number("n", Integer.MAX_VALUE));
  }

  private static Pattern glob(String glob) {
    String regex = Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  private static List<Entry> last(List<Entry> all, int count) {
    return all.subList(Math.max(0, all.size() - Math.max(0, count)), all.size());
  }

  /// `[session, line, input]`, or `[session, line, [input, output]]`.
  private static List<Object> row(Entry entry, boolean withOutput) {
    return List.of(1, entry.line, withOutput ? Arrays.asList(entry.source, null) : entry.source);
  }
}
