package longrange.grading.sandbox.wire;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One end of a connection between the tests and an answer: calls the other side's objects and
/// serves calls of its own. Both ends are alike.
///
/// Each call has a number, which its reply has to bear. That of a call to an answer is random, so
/// no reply can be prepared before the question is known.
public final class Peer {
  /// After so many calls an array that nobody spoke of is forgotten on both sides.
  private static final int MEMORY = 200;

  /// What an end of the connection makes of things that only one side can judge.
  public interface Owner {
    /// The connection is lost, or what came over it is against the rules.
    ///
    /// @return what the pending call is to throw
    Error lost(IOException why);

    /// A value of the other side could not be sent.
    ///
    /// @return what the pending call is to throw
    Throwable refused(String message, boolean large);

    /// An exception of the other side.
    ///
    /// @param originalClass its class there; here it may be an ancestor of that
    /// @return what the pending call is to throw
    default Throwable thrown(Throwable rebuilt, String originalClass) {
      return rebuilt;
    }

    /// A call was answered: what came back, as bytes that can be compared.
    default void replied(Method method, byte[] outcome) {}

    /// The other side sends an answer's classes.
    ///
    /// @return an object of the answer's class
    default Object load(Class<?> contract, String answer, Map<String, byte[]> classes)
        throws Throwable {
      throw new Violation("only a student's process takes classes");
    }
  }

  private final Line line;
  private final Owner owner;
  private final Types types;
  private final Bounds bounds;
  private final Shared shared;
  private final ReentrantLock turn = new ReentrantLock();
  private final LongSupplier ids;
  private final Handles handles;
  private final boolean first;
  private int nesting;

  /// @param first whether this is the side that calls first: the tests' side. It says no more of
  ///   its objects and exceptions than it must
  public Peer(Line line, Owner owner, Types types, Bounds bounds, boolean first) {
    this.line = line;
    this.owner = owner;
    this.types = types;
    this.bounds = bounds;
    this.first = first;
    // Only the tests ask somebody who might want to guess; and a source of chance starts slowly.
    this.ids = first ? new SecureRandom()::nextLong : new AtomicLong()::incrementAndGet;
    this.handles = new Handles(types, first, this::call);
    this.shared = new Shared(first ? 1 : -1, bounds.kept());
  }

  // --- calling

  /// Says that this side is ready.
  public void ready() throws IOException {
    line.write(frame(Tag.READY));
  }

  /// Waits until the other side says that it is ready.
  public void awaitReady() throws IOException {
    if (line.read().tag() != Tag.READY) {
      throw new Violation("a process first says that it is ready");
    }
  }

  /// Says that nothing more is asked, and waits for the other side to say so too.
  ///
  /// @throws Violation when something else comes first
  public void finish() throws IOException {
    line.write(frame(Tag.BYE));
    if (line.read().tag() != Tag.BYE) {
      throw new Violation("a process sends nothing that was not asked for");
    }
  }

  /// Sends an answer's classes and has the other side make an object of it.
  ///
  /// @return a stand-in for it, of the contract's type
  public Object load(Class<?> contract, String answer, Map<String, byte[]> classes)
      throws Throwable {
    turn.lock();
    try {
      long id = ids.getAsLong();
      Writer out = frame(Tag.LOAD).wide(id).text(contract.getName()).text(answer);
      out.number(classes.size());
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        out.text(each.getKey()).block(each.getValue());
      }
      line.write(out);
      Object made = await(id, null);
      if (!contract.isInstance(made)) {
        throw new Violation("an answer is of its contract's type");
      }
      return made;
    } catch (IOException e) {
      throw owner.lost(e);
    } catch (Refused e) {
      throw owner.refused(String.valueOf(e.getMessage()), e.large());
    } finally {
      turn.unlock();
    }
  }

  private @Nullable Object call(int number, Method method, @Nullable Object[] arguments)
      throws Throwable {
    turn.lock();
    nesting++;
    try {
      if (nesting > bounds.depth()) {
        throw new StackOverflowError("calls call back more than %d deep".formatted(bounds.depth()));
      }
      long id = ids.getAsLong();
      line.write(question(id, number, method, arguments));
      return await(id, method);
    } catch (IOException e) {
      throw owner.lost(e);
    } finally {
      nesting--;
      turn.unlock();
    }
  }

  private Writer question(long id, int number, Method method, @Nullable Object[] arguments) {
    try {
      Writer out =
          frame(Tag.CALL).wide(id).number(number).text(method.getName()).text(shape(method));
      int[] old = nesting == 1 && turn.getHoldCount() == 1 ? shared.old(MEMORY) : new int[0];
      out.number(old.length);
      for (int each : old) {
        out.number(each);
      }
      encode(out, List.of(method.getParameterTypes()), arguments);
      return out;
    } catch (Refused e) {
      throw new IllegalArgumentException(e.getMessage());
    }
  }

  private static String shape(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  /// Serves calls until the reply to this side's own call has come.
  private @Nullable Object await(long id, @Nullable Method method) throws Throwable {
    while (true) {
      Reader in = line.read();
      int kind = in.tag();
      if (kind != Tag.CALL) {
        return reply(in, kind, id, method);
      }
      serve(in);
    }
  }

  private @Nullable Object reply(Reader in, int kind, long id, @Nullable Method method)
      throws Throwable {
    if (in.wide() != id) {
      throw new Violation("a reply belongs to the question that was asked last");
    }
    return switch (kind) {
      case Tag.RETURN -> returned(in, method);
      case Tag.THROW -> throw thrown(in, method);
      case Tag.REFUSED -> {
        boolean large = in.tag() != 0;
        throw owner.refused(String.valueOf(in.words(Bounds.TEXT)), large);
      }
      default -> throw new Violation("a reply is one of the known kinds");
    };
  }

  private @Nullable Object returned(Reader in, @Nullable Method method) throws Violation {
    byte[] outcome = in.rest();
    List<@Nullable Object> values = decode(in);
    in.end();
    if (values.size() != 1) {
      throw new Violation("a method returns one value");
    }
    Object value = values.getFirst();
    if (method != null) {
      if (!fits(value, method.getReturnType())) {
        throw new Violation("a method returns what its type says");
      }
      owner.replied(method, outcome);
    }
    return value;
  }

  private static boolean fits(@Nullable Object value, Class<?> type) {
    if (type == void.class) {
      return value == null;
    }
    Class<?> boxed = MethodType.methodType(type).wrap().returnType();
    return value == null ? !type.isPrimitive() : boxed.isInstance(value);
  }

  private Throwable thrown(Reader in, @Nullable Method method) throws Violation {
    if (!decode(in).isEmpty()) {
      throw new Violation("an exception comes alone");
    }
    Thrown thrown = Thrown.read(in);
    in.end();
    String original = thrown.names().getFirst();
    Throwable again = owner.thrown(thrown.rebuilt(types.loader()), original);
    if (method != null) {
      owner.replied(method, original.getBytes(StandardCharsets.UTF_8));
    }
    return again;
  }

  // --- serving

  /// Serves the other side until it has no more questions.
  ///
  /// @throws IOException when the connection is lost
  public void serve() throws IOException {
    while (true) {
      Reader in = next();
      switch (in.tag()) {
        case Tag.CALL -> serve(in);
        case Tag.LOAD -> serveLoad(in);
        case Tag.BYE -> {
          line.write(frame(Tag.BYE));
          return;
        }
        default -> throw new Violation("a process is asked one thing at a time");
      }
    }
  }

  /// Only one thread reads at a time: a thread of the answer may be waiting for a reply.
  private Reader next() throws IOException {
    turn.lock();
    try {
      return line.read();
    } finally {
      turn.unlock();
    }
  }

  private void serve(Reader in) throws IOException {
    long id = in.wide();
    Handles.Exported target = handles.exported(in.number());
    Method method = method(target.as(), in.shortName(), String.valueOf(in.words(Bounds.TEXT)));
    int[] old = new int[in.count(4)];
    for (int i = 0; i < old.length; i++) {
      old[i] = in.number();
    }
    shared.forget(old);
    @Nullable Object[] arguments = decode(in).toArray();
    in.end();
    Writer reply;
    try {
      Object value = method.invoke(target.object(), arguments);
      reply = reply(id, value, method.getReturnType());
    } catch (InvocationTargetException e) {
      reply = thrown(id, e.getCause() == null ? e : e.getCause());
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new Violation("a call fits its method");
    } catch (StackOverflowError | OutOfMemoryError e) {
      reply = thrown(id, e);
    }
    line.write(reply);
  }

  private void serveLoad(Reader in) throws IOException {
    long id = in.wide();
    Class<?> contract = types.byName(in.text());
    String answer = in.name();
    Map<String, byte[]> classes = new HashMap<>();
    for (int i = in.count(8); i > 0; i--) {
      classes.put(in.name(), in.block());
    }
    in.end();
    Writer reply;
    try {
      reply = reply(id, owner.load(contract, answer, classes), contract);
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      reply = thrown(id, e);
    }
    line.write(reply);
  }

  private Writer reply(long id, @Nullable Object value, Class<?> as) {
    try {
      Writer out = frame(Tag.RETURN).wide(id);
      encode(out, List.of(as), new @Nullable Object[] {value});
      return out;
    } catch (Refused e) {
      return refused(id, e);
    }
  }

  private Writer thrown(long id, Throwable thrown) {
    try {
      Writer out = frame(Tag.THROW).wide(id);
      encode(out, List.of(), new @Nullable Object[0]);
      (first ? Thrown.withheld(thrown) : Thrown.of(thrown)).write(out);
      return out;
    } catch (Refused e) {
      return refused(id, e);
    }
  }

  private Writer refused(long id, Refused why) {
    try {
      return frame(Tag.REFUSED).wide(id).tag(why.large() ? 1 : 0).words(why.getMessage());
    } catch (Refused e) {
      throw new IllegalStateException("A frame is too small for a sentence.", e);
    }
  }

  /// A method of the interface as which an object was handed out, or of Object.
  private Method method(Class<?> as, String name, String shape) throws Violation {
    for (Class<?> type : List.of(as, Object.class)) {
      for (Method method : type.getMethods()) {
        boolean open = type != Object.class || (!first && OBJECT_METHODS.contains(name));
        if (open && method.getName().equals(name) && shape(method).equals(shape)) {
          return method;
        }
      }
    }
    throw new Violation("a method is one of its interface");
  }

  private static final List<String> OBJECT_METHODS = List.of("equals", "hashCode", "toString");

  // --- values

  private Writer frame(int tag) {
    try {
      return new Writer(bounds.frame()).tag(tag);
    } catch (Refused e) {
      throw new IllegalStateException("A frame has no room for one byte.", e);
    }
  }

  private void encode(Writer out, List<Class<?>> as, @Nullable Object[] values) throws Refused {
    synchronized (handles) {
      new Encoder(shared, handles, types, bounds).write(out, Arrays.asList(values), as);
    }
  }

  private List<@Nullable Object> decode(Reader in) throws Violation {
    try {
      synchronized (handles) {
        return new Decoder(shared, handles, types, bounds).read(in);
      }
    } catch (RuntimeException e) {
      throw new Violation("values can be put together: " + e);
    }
  }
}
