package org.tucuxi.itests.fuzz;

import java.util.SplittableRandom;

/** Something that reads. */
interface Target {

    /** For messages. */
    String name();

    /** Makes an input; the same random numbers make the same one. */
    Attempt next(SplittableRandom random);
}
