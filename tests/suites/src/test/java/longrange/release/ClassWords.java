package longrange.release;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.util.ArrayList;
import java.util.List;

/// What a class file says to whoever reads it.
///
/// @param texts every text of it: names, titles, messages
/// @param numbers the floating-point constants of each method, in the order of its code
record ClassWords(List<String> texts, List<List<Double>> numbers) {

  static ClassWords of(byte[] classFile) {
    ClassModel model = ClassFile.of().parse(classFile);
    List<String> texts = new ArrayList<>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof Utf8Entry text) {
        texts.add(text.stringValue());
      }
    }
    return new ClassWords(texts, model.methods().stream().map(ClassWords::constants).toList());
  }

  private static List<Double> constants(MethodModel method) {
    List<Double> constants = new ArrayList<>();
    method
        .code()
        .ifPresent(code -> {
          for (CodeElement element : code) {
            if (element instanceof ConstantInstruction constant
                && constant.constantValue() instanceof Double x) {
              constants.add(x);
            }
          }
        });
    return constants;
  }
}
