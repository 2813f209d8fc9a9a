package org.tucuxi.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.connect.ModuleConnector;

/** Where the platform's bundles come from. */
interface BundleSource {

    /** What a bundle is there for; also the name, in lower case, of the folder that it is in. */
    enum Group {
        /** Sessions, clients and what they need. */
        CORE,
        /** The commands and the shell they run in. */
        SHELL,
        /** The watched folder. */
        DEPLOY
    }

    /** Who gives the framework the content of bundles, when that is not the framework itself. */
    Optional<ModuleConnector> connector();

    /** Installs the bundles of some groups. */
    List<Bundle> install(BundleContext context, Set<Group> groups) throws IOException, BundleException;
}
