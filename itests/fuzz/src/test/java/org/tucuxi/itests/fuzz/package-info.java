/**
 * Feeds bad input to everything that reads: responses in all protocols, models, archives of models, profile files,
 * endpoint rules. Whatever comes in, what goes out is a value or an exception of the documented type that says where;
 * the time is bounded, and the memory is in proportion to the input. No other exception and no {@link java.lang.Error}
 * comes out.
 *
 * <p>{@link org.tucuxi.itests.fuzz.FuzzTest} makes inputs at random: valid documents out of models, wrong in a few
 * places, cut, spliced and flipped. Each input has a seed of its own; a failure names it, writes the input to
 * {@code target/fuzz}, and {@code -Dfuzz.seed=N} makes that input the first one.
 * {@link org.tucuxi.itests.fuzz.HostileInputTest} names the attacks that are known and says what each must come to.
 *
 * <p>A gate and a hunt are different things. A gate, as in {@code .ci/run}, says with {@code -Dfuzz.first=N} which
 * inputs it takes, so it fails only for what a change has broken. Hunters take others each time:
 * {@code mvn -pl itests/fuzz verify -Dfuzz.seconds=3600}. What a hunt finds gets a test with a name of its own beside
 * the code that is mended, for no seed means the same input after a change of this package.
 */
package org.tucuxi.itests.fuzz;
