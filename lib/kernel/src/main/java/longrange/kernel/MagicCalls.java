package longrange.kernel;

import java.util.List;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.ParsedCellMagic;
import org.dflib.jjava.jupyter.kernel.magic.ParsedLineMagic;

/// Magics as Java: calls that throw what the magic throws. JJava's own wrap it into a
/// `RuntimeException`.
// TypeParameterUnusedInFormals: a magic's value has the type of its variable, as in JJava.
@SuppressWarnings("TypeParameterUnusedInFormals")
public final class MagicCalls extends MagicTranspiler {
  @Override
  public String transpileLine(ParsedLineMagic magic) {
    String java = super.transpileLine(magic);
    return java.equals(magic.raw)
        ? java
        : call("line", magic.magicCall.name, magic.magicCall.args, List.of());
  }

  @Override
  public String transpileCell(ParsedCellMagic magic) {
    return call("cell", magic.magicCall.name, magic.magicCall.args, List.of(magic.magicCall.body));
  }

  private static String call(String kind, String name, List<String> words, List<String> more) {
    String list = words.stream().map(MagicCalls::quoted).collect(Collectors.joining(", "));
    String rest = more.stream().map(text -> ", " + quoted(text)).collect(Collectors.joining());
    return "%s.%s(%s, java.util.List.of(%s)%s);{};"
        .formatted(MagicCalls.class.getName(), kind, quoted(name), list, rest);
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r") + '"';
  }

  /// What a line with a magic calls.
  public static <T> T line(String name, List<String> words) throws Exception {
    BaseKernel kernel = BaseKernel.notebookKernel();
    return kernel.getMagicsRegistry().evalLineMagic(kernel, name, words);
  }

  /// What a cell with a magic calls.
  public static <T> T cell(String name, List<String> words, String body) throws Exception {
    BaseKernel kernel = BaseKernel.notebookKernel();
    return kernel.getMagicsRegistry().evalCellMagic(kernel, name, words, body);
  }
}
