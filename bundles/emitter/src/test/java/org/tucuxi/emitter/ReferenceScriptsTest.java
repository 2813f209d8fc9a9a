package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Tucuxi does in thousands of random scripts what the reference did. */
final class ReferenceScriptsTest {

    private static final String MORE = "tucuxi.emitter.scripts";

    @Test
    void everyRecordedScriptHasTheReferencesOutcome() throws Exception {
        Path folder = Path.of(ReferenceScriptsTest.class.getResource("/reference/scripts.json.gz").toURI()).getParent();

        ScriptReplay.Outcome outcome = ScriptReplay.folder(folder);

        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.scripts()).isGreaterThan(2000);
    }

    @Test
    @EnabledIfSystemProperty(named = MORE, matches = ".+")
    void soHasEveryScriptOfTheFolderThatIsNamed() throws Exception {
        ScriptReplay.Outcome outcome = ScriptReplay.folder(Path.of(System.getProperty(MORE)));

        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.scripts()).isPositive();
    }
}
