package longrange.grading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// JUnit seen from a check: the tests of some graders, and a thread that runs them and reports.
///
/// Nothing of the class path takes part but the graders: no listener, extension or setting that
/// some other jar brings along.
final class TestRun {
  /// What happens on the test thread, as the checking thread hears of it.
  sealed interface Event {
    /// A test begins.
    ///
    /// @param at the moment, by {@link System#nanoTime()}
    record Started(String test, long at) implements Event {}

    /// A test has ended; without a throwable it was passed.
    record Finished(String test, @Nullable Throwable thrown) implements Event {}

    /// The last event.
    ///
    /// @param thrown what went wrong in JUnit itself, never in a test
    record Ended(@Nullable Throwable thrown) implements Event {}
  }

  private final Launcher launcher;
  private final TestPlan plan;
  private final ClassLoader loader;
  private final Map<String, TestResult> tests = new LinkedHashMap<>();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  TestRun(Graders graders) {
    launcher = LauncherFactory.create(config());
    plan = launcher.discover(request(graders));
    plan.getRoots().forEach(this::collect);
    loader =
        graders.classes().isEmpty()
            ? TestRun.class.getClassLoader()
            : graders.classes().getFirst().getClassLoader();
  }

  private static LauncherConfig config() {
    return LauncherConfig.builder()
        .enableTestEngineAutoRegistration(false)
        .enableLauncherSessionListenerAutoRegistration(false)
        .enableLauncherDiscoveryListenerAutoRegistration(false)
        .enableTestExecutionListenerAutoRegistration(false)
        .enablePostDiscoveryFilterAutoRegistration(false)
        .addTestEngines(new JupiterTestEngine())
        .build();
  }

  private static LauncherDiscoveryRequest request(Graders graders) {
    return LauncherDiscoveryRequestBuilder.request()
        .enableImplicitConfigurationParameters(false)
        .selectors(graders.classes().stream().map(DiscoverySelectors::selectClass).toList())
        .build();
  }

  private void collect(TestIdentifier node) {
    if (node.isTest()) {
      tests.put(node.getUniqueId(), planned(node));
    }
    plan.getChildren(node).forEach(this::collect);
  }

  private static TestResult planned(TestIdentifier test) {
    MethodSource source = (MethodSource) test.getSource().orElseThrow();
    Optional<Points> points =
        AnnotationSupport.findAnnotation(source.getJavaMethod(), Points.class);
    return TestResult.planned(
        source.getClassName(),
        source.getMethodName(),
        test.getDisplayName(),
        points
            .orElseThrow(() ->
                new IllegalStateException(
                    "The test %s.%s has no @Points."
                        .formatted(source.getClassName(), source.getMethodName())))
            .value());
  }

  /// Whether what a test passes to an answer is to stay unknown.
  boolean isHidden(String test) {
    MethodSource source =
        (MethodSource) plan.getTestIdentifier(UniqueId.parse(test)).getSource().orElseThrow();
    return source.getJavaClass().getAnnotation(Grades.class).hidden();
  }

  /// Every test by its key, in the order in which they run, none run yet.
  Map<String, TestResult> tests() {
    return new LinkedHashMap<>(tests);
  }

  BlockingQueue<Event> events() {
    return events;
  }

  /// Starts the tests on a thread of their own. To be called once.
  Thread start(Trial trial) {
    Thread thread = new Thread(() -> run(trial), "check");
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    thread.start();
    return thread;
  }

  private void run(Trial trial) {
    Throwable thrown = null;
    try {
      ScopedValue.where(Trial.CURRENT, trial).run(() -> launcher.execute(plan, new Reporter()));
    } catch (Throwable e) {
      // Handed on, whatever it is: the checking thread waits for the last event.
      thrown = e;
    }
    events.add(new Event.Ended(thrown));
  }

  private final class Reporter implements TestExecutionListener {
    @Override
    public void executionStarted(TestIdentifier node) {
      if (node.isTest()) {
        events.add(new Event.Started(node.getUniqueId(), System.nanoTime()));
      }
    }

    @Override
    public void executionFinished(TestIdentifier node, TestExecutionResult result) {
      if (node.isTest()) {
        events.add(new Event.Finished(node.getUniqueId(), result.getThrowable().orElse(null)));
      } else {
        result.getThrowable().ifPresent(TestRun::broken);
      }
    }
  }

  /// A grader that cannot be made or set up is the course's fault, never the student's.
  private static void broken(Throwable thrown) {
    throw new IllegalStateException("A grader is broken: " + thrown.getMessage(), thrown);
  }

  static List<TestResult> results(Map<String, TestResult> tests) {
    return List.copyOf(tests.values());
  }
}
