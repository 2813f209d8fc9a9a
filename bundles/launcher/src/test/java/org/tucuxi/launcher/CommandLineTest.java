package org.tucuxi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void withoutOptionsThereIsAShellAndAFolderBesideIt() {
        CommandLine line = CommandLine.of();

        assertThat(line.shell()).isTrue();
        assertThat(line.deploy()).isEqualTo(Path.of("deploy"));
        assertThat(line.cache()).isNull();
        assertThat(line.commands()).isNull();
    }

    @Test
    void everyOptionIsRead() {
        CommandLine line = CommandLine.of("--deploy", "d", "--cache", "c", "-c", "one", "-c", "two", "--archive", "a");

        assertThat(line.deploy()).isEqualTo(Path.of("d"));
        assertThat(line.cache()).isEqualTo(Path.of("c"));
        assertThat(line.archive()).isEqualTo(Path.of("a"));
        assertThat(line.commands()).isEqualTo("one; two");
    }

    @Test
    void servicesAreImportedFromASource() {
        CommandLine line = CommandLine.of("import", "botocore.whl", "sqs", "--deploy", "d", "sns");

        assertThat(line.imports()).containsExactly("botocore.whl", "sqs", "sns");
        assertThat(line.deploy()).isEqualTo(Path.of("d"));
        assertThat(CommandLine.of("-c", "import").imports()).isEmpty();
    }

    @Test
    void anImportNeedsASourceAndTakesNoCommands() {
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.of("import"))
                .withMessageStartingWith("import takes a source");
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.of("import", "a.whl", "-c", "x"))
                .withMessageStartingWith("import takes a source");
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.of("import", "a.whl", "--what"))
                .withMessage("Unknown option --what");
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.of("--deploy", "d", "import"))
                .withMessage("Unknown option import");
    }

    @Test
    void everyOptionIsInTheHelp() {
        assertThat(CommandLine.HELP).contains("import SOURCE", "-c ", "--deploy ", "--cache ", "--archive ",
                "--no-shell ", "--help ");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.of("--what"))
                .withMessage("Unknown option --what");
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.of("--deploy"))
                .withMessage("Option --deploy needs a value");
        assertThatIllegalArgumentException().isThrownBy(() -> CommandLine.of("--no-shell", "-c", "x"))
                .withMessageContaining("-c or --no-shell");
    }
}
