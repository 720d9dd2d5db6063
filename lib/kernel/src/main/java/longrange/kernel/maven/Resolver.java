package longrange.kernel.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/// From `group:artifact:version` to the jars of it and of all it needs at run time.
///
/// Repositories, mirrors and proxies are those of the user's own `settings.xml`, and what is
/// fetched is kept where Maven keeps it.
public final class Resolver implements Function<List<String>, List<Path>> {
  private static final String SCOPE = "runtime";

  /// Fetches what is missing.
  ///
  /// @throws IllegalArgumentException if a coordinate is malformed or cannot be found
  @Override
  public List<Path> apply(List<String> coordinates) {
    ContextOverrides settings = ContextOverrides.create().withUserSettings(true).build();
    try (Context context = Runtimes.INSTANCE.getRuntime().create(settings)) {
      CollectRequest wanted = new CollectRequest();
      wanted.setRepositories(context.remoteRepositories());
      for (String coordinate : coordinates) {
        wanted.addDependency(new Dependency(new DefaultArtifact(coordinate), SCOPE));
      }
      DependencyRequest request =
          new DependencyRequest(wanted, DependencyFilterUtils.classpathFilter(SCOPE));
      return context
          .repositorySystem()
          .resolveDependencies(context.repositorySystemSession(), request)
          .getArtifactResults()
          .stream()
          .map(result -> result.getArtifact().getFile().toPath())
          .toList();
    } catch (DependencyResolutionException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
