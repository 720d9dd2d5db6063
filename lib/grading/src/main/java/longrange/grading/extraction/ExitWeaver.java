package longrange.grading.extraction;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.stream.StreamSupport;

/// Turns an answer's calls to end the process into {@link ExitCalls}.
final class ExitWeaver {
  private static final ClassDesc CALLS = ClassDesc.of(ExitCalls.class.getName());
  private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
  private static final MethodTypeDesc STATUS =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final Map<String, MethodTypeDesc> EXITS =
      Map.of(
          "java/lang/System.exit", STATUS,
          "java/lang/Runtime.exit", STATUS.insertParameterTypes(0, RUNTIME),
          "java/lang/Runtime.halt", STATUS.insertParameterTypes(0, RUNTIME));

  private final ClassFile classFile;

  /// @param classes the answer's class files, by binary name
  /// @param contracts knows the contracts
  ExitWeaver(Map<String, byte[]> classes, ClassLoader contracts) {
    ClassHierarchyResolver own =
        ClassHierarchyResolver.ofResourceParsing(type -> {
          byte[] file = classes.get(binaryName(type));
          return file == null ? null : new ByteArrayInputStream(file);
        });
    classFile =
        ClassFile.of(
            ClassHierarchyResolverOption.of(
                own.orElse(ClassHierarchyResolver.ofResourceParsing(contracts))));
  }

  private static String binaryName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }

  /// The class without such calls; the same bytes where there are none.
  byte[] weave(byte[] original) {
    ClassModel model = classFile.parse(original);
    boolean exits =
        StreamSupport.stream(model.constantPool().spliterator(), false)
            .anyMatch(
                entry -> entry instanceof MemberRefEntry member && EXITS.containsKey(key(member)));
    return exits
        ? classFile.transformClass(
            model, ClassTransform.transformingMethodBodies(ExitWeaver::weave))
        : original;
  }

  private static void weave(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call) {
      MethodTypeDesc type = EXITS.get(key(call.method()));
      if (type != null) {
        code.invokestatic(CALLS, call.name().stringValue(), type);
        return;
      }
    }
    code.with(element);
  }

  private static String key(MemberRefEntry member) {
    return member.owner().asInternalName() + "." + member.name().stringValue();
  }
}
