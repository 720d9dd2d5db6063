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
  /// @param type the class it refers to
  /// @param variable the name of the cell's variable, if it is one
  record Reference(String type, @Nullable String variable) {}

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

  private void visit(String name) {
    byte[] file = own.apply(name);
    if (file == null) {
      return;
    }
    ClassModel model = ClassFile.of().parse(file);
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type -> name(type.asInternalName());
        case FieldRefEntry field -> field(field);
        case NameAndTypeEntry member -> descriptor(member.type().stringValue());
        case MethodTypeEntry method -> descriptor(method.descriptor().stringValue());
        default -> {}
      }
    }
    model.fields().forEach(field -> descriptor(field.fieldType().stringValue()));
    model.methods().forEach(method -> descriptor(method.methodType().stringValue()));
  }

  private void field(FieldRefEntry field) {
    String owner = field.owner().asInternalName().replace('/', '.');
    if (CellClasses.isCell(owner)) {
      outside.add(new Reference(owner, field.name().stringValue()));
    }
  }

  private void name(String internal) {
    if (internal.startsWith("[")) {
      descriptor(internal);
    } else {
      reach(internal.replace('/', '.'));
    }
  }

  private void descriptor(String descriptor) {
    Matcher types = CLASS_IN_DESCRIPTOR.matcher(descriptor);
    while (types.find()) {
      reach(types.group(1).replace('/', '.'));
    }
  }

  private void reach(String type) {
    if (!seen.add(type) || type.startsWith("java.")) {
      return;
    }
    if (own.apply(type) != null) {
      waiting.add(type);
    } else {
      outside.add(new Reference(type, null));
    }
  }
}
