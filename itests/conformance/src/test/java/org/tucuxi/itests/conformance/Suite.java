package org.tucuxi.itests.conformance;

import java.nio.file.Path;
import java.util.List;

/** A kind of test vectors. */
interface Suite {

    /** Its name, the first part of its cases' ids. */
    String name();

    /** Whether the folder holds vectors of this kind. */
    boolean accepts(Path folder);

    /** Runs all that the folder holds of this kind; what goes wrong in a case is a result, not an exception. */
    List<Result> run(Path folder);
}
