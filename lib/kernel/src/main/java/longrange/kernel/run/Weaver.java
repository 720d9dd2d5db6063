package longrange.kernel.run;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a cell's classes safe to run in the kernel's own process, when they are loaded: they ask
/// [StopCheck] in every loop and method, and their calls to end the process become [ExitCalls].
public final class Weaver {
  private static final ClassDesc CHECK = StopCheck.class.describeConstable().orElseThrow();
  private static final ClassDesc CALLS = ExitCalls.class.describeConstable().orElseThrow();
  private static final ClassDesc RUNTIME = Runtime.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc STATUS = MethodTypeDesc.of(CD_void, CD_int);
  private static final MethodTypeDesc RUNTIME_STATUS = MethodTypeDesc.of(CD_void, RUNTIME, CD_int);
  private static final Map<String, MethodTypeDesc> EXITS =
      Map.of(
          "Ljava/lang/System;exit", STATUS,
          "Ljava/lang/Runtime;exit", RUNTIME_STATUS,
          "Ljava/lang/Runtime;halt", RUNTIME_STATUS);

  private final ClassFile classFile;

  /// @param hierarchy knows the classes that the woven ones refer to
  public Weaver(ClassHierarchyResolver hierarchy) {
    this.classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
  }

  /// The class with the checks in it.
  public byte[] weave(byte[] original) {
    return classFile.transformClass(
        classFile.parse(original),
        ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Body::new)));
  }

  /// One method body.
  private static final class Body implements CodeTransform {
    private final Set<Label> passed = new HashSet<>();

    @Override
    public void atStart(CodeBuilder code) {
      code.invokestatic(CHECK, "check", MTD_void);
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      switch (element) {
        case LabelTarget target -> {
          passed.add(target.label());
          code.with(element);
        }
        case BranchInstruction jump when passed.contains(jump.target()) -> {
          code.invokestatic(CHECK, "check", MTD_void);
          code.with(element);
        }
        case InvokeInstruction call -> weaveCall(code, call);
        case InvokeDynamicInstruction reference -> weaveReference(code, reference);
        default -> code.with(element);
      }
    }

    private static void weaveCall(CodeBuilder code, InvokeInstruction call) {
      String name = call.name().stringValue();
      exit(call.owner().asSymbol(), name)
          .ifPresentOrElse(type -> code.invokestatic(CALLS, name, type), () -> code.with(call));
    }

    /// A method reference such as `System::exit` is an argument of its call site.
    private static void weaveReference(CodeBuilder code, InvokeDynamicInstruction reference) {
      code.invokedynamic(
          DynamicCallSiteDesc.of(
              reference.bootstrapMethod(),
              reference.name().stringValue(),
              reference.typeSymbol(),
              reference.bootstrapArgs().stream()
                  .map(Body::withoutExit)
                  .toArray(ConstantDesc[]::new)));
    }

    private static ConstantDesc withoutExit(ConstantDesc argument) {
      return argument instanceof DirectMethodHandleDesc method
          ? exit(method.owner(), method.methodName())
              .<ConstantDesc>map(
                  type -> MethodHandleDesc.ofMethod(Kind.STATIC, CALLS, method.methodName(), type))
              .orElse(argument)
          : argument;
    }

    private static Optional<MethodTypeDesc> exit(ClassDesc owner, String method) {
      return Optional.ofNullable(EXITS.get(owner.descriptorString() + method));
    }
  }
}
