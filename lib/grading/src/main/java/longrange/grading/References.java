package longrange.grading;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Walks the class files of an answer: from its class to every class of its own that it refers to,
/// and out of these to all that is not its own.
final class References {
  /// A reference out of the answer, or to a variable of a cell.
  ///
  /// @param user the class of the answer that refers
  /// @param type the class it refers to
  /// @param variable the name of the cell's variable, if it is one
  record Reference(String user, String type, @Nullable String variable) {}

  private static final Pattern CLASS_IN_DESCRIPTOR = Pattern.compile("L([^;<]+);");

  private final Function<String, byte @Nullable []> own;
  private final Deque<String> waiting = new ArrayDeque<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private final Set<Reference> outside = new LinkedHashSet<>();

  private References(Function<String, byte @Nullable []> own) {
    this.own = own;
  }

  /// All references out of the answer.
  static Stream<Reference> from(String answer, Function<String, byte @Nullable []> own) {
    References walk = new References(own);
    walk.seen.add(answer);
    walk.waiting.add(answer);
    while (!walk.waiting.isEmpty()) {
      walk.visit(walk.waiting.remove());
    }
    return walk.outside.stream();
  }

  private void visit(String user) {
    byte[] file = own.apply(user);
    if (file == null) {
      return;
    }
    ClassModel model = ClassFile.of().parse(file);
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type -> name(user, type.asInternalName());
        case FieldRefEntry field -> field(user, field);
        case NameAndTypeEntry member -> descriptor(user, member.type().stringValue());
        case MethodTypeEntry method -> descriptor(user, method.descriptor().stringValue());
        default -> {}
      }
    }
    model.fields().forEach(field -> descriptor(user, field.fieldType().stringValue()));
    model.methods().forEach(method -> descriptor(user, method.methodType().stringValue()));
  }

  private void field(String user, FieldRefEntry field) {
    String owner = field.owner().asInternalName().replace('/', '.');
    if (CellClasses.isCell(owner)) {
      outside.add(new Reference(user, owner, field.name().stringValue()));
    }
  }

  private void name(String user, String internal) {
    if (internal.startsWith("[")) {
      descriptor(user, internal);
    } else {
      reach(user, internal.replace('/', '.'));
    }
  }

  private void descriptor(String user, String descriptor) {
    Matcher types = CLASS_IN_DESCRIPTOR.matcher(descriptor);
    while (types.find()) {
      reach(user, types.group(1).replace('/', '.'));
    }
  }

  private void reach(String user, String type) {
    if (!seen.add(type) || type.startsWith("java.")) {
      return;
    }
    if (own.apply(type) != null) {
      waiting.add(type);
    } else {
      outside.add(new Reference(user, type, null));
    }
  }
}
