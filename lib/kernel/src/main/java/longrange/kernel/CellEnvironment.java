package longrange.kernel;

import java.nio.charset.StandardCharsets;
import longrange.kernel.run.Cell;
import longrange.kernel.wire.Json;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/// JJava's way to show something, bound to the cell that the calling thread belongs to.
///
/// JJava binds it to the request that is running, so that a background thread writes into whatever
/// cell comes later.
final class CellEnvironment extends ShellReplyEnvironment {
  private CellEnvironment() {
    super(null, null, null, null);
  }

  /// JJava's streams and displays, for its static notebook functions and for extensions.
  static JupyterIO io() {
    return new JupyterIO(StandardCharsets.UTF_8) {
      {
        setEnv(new CellEnvironment());
      }
    };
  }

  @Override
  public <T extends ContentType<T>> void publish(T content) {
    publish(content.getType().getName(), content);
  }

  @Override
  public void publish(Message<?> message) {
    publish(message.getHeader().getType().getName(), message.getContent());
  }

  private static void publish(String type, Object content) {
    Cell cell = Cell.current();
    if (cell == null) {
      return;
    }
    if (content instanceof PublishStream stream) {
      (stream.getStreamType() == StreamType.OUT ? System.out : System.err).print(stream.getText());
    } else {
      cell.publish(type, Json.element(content).getAsJsonObject());
    }
  }

  @Override
  public void writeToStdOut(String text) {
    System.out.print(text);
  }

  @Override
  public void writeToStdErr(String text) {
    System.err.print(text);
  }
}
