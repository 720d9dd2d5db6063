package longrange.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/// A doc comment, rendered. Classic comments are HTML with tags in braces, `///` comments Markdown;
/// both become Markdown first (which may hold HTML), with the block tags as lists.
///
/// @param comment without its slashes and stars
/// @param markdown whether it was written with `///`
record DocText(String comment, boolean markdown) {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(TABLES).build();
  private static final TextContentRenderer PLAIN =
      TextContentRenderer.builder().extensions(TABLES).build();

  /// Tags in braces, as of code and links, the innermost first.
  private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)}");

  /// `[Type#member]` and `[words][Type#member]` of Markdown comments, outside code.
  private static final Pattern REFERENCE =
      Pattern.compile("(`+[^`]*`+)|\\[([^\\]\\[\\n]+)](?:\\[([\\w.#(), \\[\\]]+)])?(?!\\()");

  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(?=[a-z])");

  /// A comment of which only the text is known, as JShell returns it.
  static DocText guessed(String comment) {
    return new DocText(comment, !comment.contains("<") && !comment.contains("{@"));
  }

  String html() {
    return HTML.render(parsed());
  }

  String plain() {
    String text = PLAIN.render(parsed());
    return markdown ? text : unescape(text.replaceAll("</?[a-zA-Z][^>]*>", ""));
  }

  private Node parsed() {
    List<String> blocks = new ArrayList<>(BLOCK.splitAsStream(stripped()).toList());
    String body = inline(blocks.isEmpty() ? "" : blocks.removeFirst());
    List<String> parts = new ArrayList<>(List.of(body));
    parts.add(section("Parameters", blocks, "param", true));
    parts.add(section("Returns", blocks, "return", false));
    parts.add(section("Throws", blocks, "throws", true));
    String all = parts.stream().filter(p -> !p.isBlank()).collect(Collectors.joining("\n\n"));
    return PARSER.parse(all);
  }

  /// In a classic comment each line has a blank before it, and deeper ones would be code.
  private String stripped() {
    return markdown
        ? comment
        : comment.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  private String section(String title, List<String> blocks, String tag, boolean named) {
    List<String> items =
        blocks.stream()
            .filter(block -> block.startsWith(tag + " ") || block.startsWith(tag + "\n"))
            .map(block -> block.substring(tag.length()).strip().replaceAll("\\s*\\n\\s*", " "))
            .map(block -> named ? withCodeName(block) : inline(block))
            .map(block -> "- " + block)
            .toList();
    return items.isEmpty() ? "" : "**" + title + "**\n\n" + String.join("\n", items);
  }

  private String withCodeName(String block) {
    int end = block.indexOf(' ');
    return end < 0
        ? code(block)
        : code(block.substring(0, end)) + " – " + inline(block.substring(end + 1).strip());
  }

  private String inline(String text) {
    String outer = INLINE.matcher(text).replaceAll(this::tag);
    if (!outer.equals(text)) {
      return inline(outer);
    }
    return markdown ? REFERENCE.matcher(text).replaceAll(DocText::reference) : text;
  }

  private String tag(MatchResult tag) {
    String content = tag.group(2).strip();
    String words =
        switch (tag.group(1)) {
          case "code", "value", "systemProperty" -> code(content);
          case "link", "linkplain" -> code(linked(content));
          case "return" -> "Returns " + content + ".";
          case "snippet" ->
              "\n\n```\n" + content.replaceFirst("^[^\\n]*:\\s*\\n", "") + "\n```\n\n";
          case "inheritDoc" -> "";
          default -> content;
        };
    return Matcher.quoteReplacement(words);
  }

  /// The words of a link where it has some, else `Type.member`.
  private static String linked(String content) {
    Matcher words =
        Pattern.compile("[^\\s(]+(?:\\([^)]*\\))?\\s+(.+)", Pattern.DOTALL).matcher(content);
    return words.matches() ? words.group(1) : content.replaceFirst("^#", "").replace('#', '.');
  }

  private static String reference(MatchResult match) {
    String words = match.group(2);
    if (words == null) {
      return Matcher.quoteReplacement(match.group());
    }
    boolean name = words.matches("[\\w.#(), ]*[#.A-Z][\\w.#(), ]*") && !words.contains("  ");
    if (match.group(3) != null) {
      return Matcher.quoteReplacement(words);
    }
    return Matcher.quoteReplacement(
        name ? "`" + words.replaceFirst("^#", "").replace('#', '.') + "`" : match.group());
  }

  private String code(String text) {
    return markdown ? "`" + text + "`" : "<code>" + escape(unescape(text)) + "</code>";
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
