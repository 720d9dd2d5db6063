package longrange.grading;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Binds a grader's contract parameter to the answer on trial. Every `@Grades` class has it.
final class AnswerBinding implements ParameterResolver, InvocationInterceptor, ExecutionCondition {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Grades grades = test.getRequiredTestClass().getAnnotation(Grades.class);
    return grades != null && parameter.getParameter().getType() == grades.value();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    if (!Trial.CURRENT.isBound()) {
      Contract contract = Contract.of(parameter.getParameter().getType());
      throw new ParameterResolutionException(
          "This grader has no answer to look at: run ./course check "
              + contract.id()
              + ", or check(new "
              + contract.answerName()
              + "()) in a notebook.");
    }
    try {
      return Trial.CURRENT.get().answer(test.getUniqueId(), test.getRequiredTestClass());
    } catch (Trial.AnswerFailed e) {
      throw new ParameterResolutionException("The answer could not be made.", e);
    }
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext test)
      throws Throwable {
    try {
      invocation.proceed();
    } catch (VirtualMachineError e) {
      throw new Trial.AnswerFailed(e);
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    return Trial.CURRENT.isBound() && Trial.CURRENT.get().over()
        ? ConditionEvaluationResult.disabled("the check is over")
        : ConditionEvaluationResult.enabled("");
  }
}
