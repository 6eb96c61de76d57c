package org.standardops.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Looks at the server from inside: every bundle runs, and every component of ours got what it
 * needs. This class runs as a bundle in the server, which has JUnit 4 but no AssertJ.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainerIT {
  private static final int SATISFIED_OR_ACTIVE =
      ComponentConfigurationDTO.SATISFIED | ComponentConfigurationDTO.ACTIVE;

  @Inject private BootFinished bootFinished;
  @Inject private BundleContext context;
  @Inject private ServiceComponentRuntime components;

  @Configuration
  public Option[] download() {
    Path data = Download.freshFolder("exam-data");
    return options(
        karafDistributionConfiguration()
            .frameworkUrl(Path.of(System.getProperty("standardops.download")).toUri().toString())
            .name("Standard OPS")
            .unpackDirectory(Download.freshFolder("exam").toFile())
            .useDeployFolder(false),
        keepRuntimeFolder(),
        configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
        // the download fetches nothing; Pax Exam brings its own bundles along
        fetching("localRepository", System.getProperty("standardops.repository")),
        fetching("useFallbackRepositories", "true"),
        vmOption("-Dstandardops.data=" + data),
        vmOption("-Dstandardops.http.host=127.0.0.1"),
        vmOption("-Dstandardops.http.port=0"),
        vmOption("-Dstandardops.public.url=http://127.0.0.1"));
  }

  private static Option fetching(String key, String value) {
    return editConfigurationFilePut(
        "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn." + key, value);
  }

  @Test
  public void everyBundleIsActive() {
    List<String> others =
        Arrays.stream(context.getBundles())
            .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
            .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
            .map(Bundle::getSymbolicName)
            .toList();

    assertEquals("bundles that do not run", List.of(), others);
  }

  @Test
  public void everyComponentOfOursIsSatisfied() {
    Collection<ComponentDescriptionDTO> ours = components.getComponentDescriptionDTOs(ourBundles());
    List<String> unsatisfied =
        ours.stream()
            .flatMap(component -> components.getComponentConfigurationDTOs(component).stream())
            .filter(component -> (component.state & SATISFIED_OR_ACTIVE) == 0)
            .map(component -> component.description.name)
            .toList();

    assertFalse("no component of ours", ours.isEmpty());
    assertEquals("components that lack something", List.of(), unsatisfied);
  }

  private Bundle[] ourBundles() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getSymbolicName().startsWith("org.standardops."))
        .toArray(Bundle[]::new);
  }
}
