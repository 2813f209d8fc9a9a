package org.tucuxi.itests.containers;

import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The archive of features (KAR), dropped into Karaf. Uses no class of Tucuxi: it begins before there is one. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class KarafArchiveIT {

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] configuration() {
        return Containers.karafWithArchive();
    }

    @Test
    public void allFeaturesOfTheArchiveStart() throws Exception {
        Await.until("the bundles of the archive to be active",
                () -> isActive("org.tucuxi.services.s3") && isActive("org.tucuxi.services.sts")
                        && isActive("org.tucuxi.assumerole")
                        && isActive("org.tucuxi.client") && isActive("org.tucuxi.shell"));

        String services = KarafShell.execute(context, "tucuxi:services");

        assertTrue(services, services.contains("s3") && services.contains("sts"));
        assertTrue("features that are manual wait until asked", !isActive("org.tucuxi.services.sqs"));
    }

    private boolean isActive(String symbolicName) {
        return Arrays.stream(context.getBundles()).anyMatch(
                bundle -> symbolicName.equals(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE);
    }
}
