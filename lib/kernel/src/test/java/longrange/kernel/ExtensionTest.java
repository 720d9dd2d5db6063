package longrange.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import longrange.kernel.Client.Answer;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Extensions are found on the class path, as JJava finds them: a broken one, one that does not
/// exist, and a good one.
// Public, as extensions are: cells use its nested types.
public class ExtensionTest {
  private static Client kernel;

  /// Fails with an error, not an exception.
  public static final class Broken implements Extension {
    @Override
    public void install(BaseKernel kernel) {
      throw new NoClassDefFoundError("a library that is not there");
    }
  }

  /// Does what extensions do: imports, renderers, magics.
  public static final class Good implements Extension {
    @Override
    public void install(BaseKernel kernel) {
      kernel.evalRaw("import longrange.kernel.ExtensionTest.Celsius;");
      kernel
          .getRenderer()
          .createRegistration(Celsius.class)
          .preferring(MIMEType.TEXT_HTML)
          .register(Good::render);
      if (Boolean.getBoolean("extension.matrix")) {
        kernel
            .getRenderer()
            .createRegistration(double[][].class)
            .preferring(MIMEType.TEXT_HTML)
            .register((m, out) ->
                out.renderIfRequested(MIMEType.TEXT_HTML, () -> "<i>a matrix of mine</i>"));
      }
      kernel
          .getMagicsRegistry()
          .registerLineMagic("shout", (k, words) -> String.join(" ", words) + "!");
    }

    private static void render(Celsius celsius, RenderContext out) {
      out.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>" + celsius.degrees() + " °C</b>");
    }
  }

  /// A value with a renderer.
  public record Celsius(double degrees) {}

  @BeforeAll
  static void start() throws Exception {
    kernel = Client.start("-Dextension.matrix=true");
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  @Test
  void anExtensionThatThrowsIsNamedAndTheOthersWork() {
    Answer answer = kernel.run("new Celsius(21)");
    assertEquals("<b>21.0 °C</b>", answer.value("text/html"), answer.error());
    assertEquals("Celsius[degrees=21.0]", answer.value());
    assertTrue(
        kernel.log().contains("Broken failed: java.lang.NoClassDefFoundError"), kernel.log());
    assertTrue(kernel.log().contains("NoSuchExtension"), kernel.log());
  }

  @Test
  void anExtensionsRendererComesBeforeTheKernelsOwn() {
    Answer answer = kernel.run("new double[][] {{1}}");
    assertEquals("<i>a matrix of mine</i>", answer.value("text/html"));
    assertTrue(answer.value().startsWith("double[1][1]"), answer.value());
  }

  @Test
  void aMagicOfAnExtensionWorks() {
    assertEquals("hear me!", kernel.run("String heard = %shout hear me\nheard").value());
  }

  @Test
  void cellsMayUseTheKernelObject() {
    assertEquals("3", kernel.run("eval(\"1 + 2\")").value());
    assertEquals("ok", kernel.run("render(new Celsius(1))").status());
  }
}
