package org.tucuxi.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.ServicePackager;

class ImportCommandTest {

    private final Platform platform = new Platform();
    private final Output out = new Output();
    private final ImportCommand command = new ImportCommand(platform);

    @Test
    void withoutServicesAllAreImported() {
        FakePackager packager = new FakePackager("kinesis", "sqs");
        platform.packager = packager;

        command.run(out.stream, "some.whl");

        assertThat(packager.opened).isEqualTo("some.whl");
        assertThat(packager.installed).containsExactly("kinesis", "sqs");
        assertThat(packager.closed).isTrue();
        assertThat(out.text()).containsPattern("kinesis +1.2.3 +installed\n").containsPattern("sqs +1.2.3 +installed\n")
                .contains("botocore 1.2.3: 2 installed, 0 updated, 0 kept, 0 broken, in ");
    }

    @Test
    void namedServicesAreImportedAlone() {
        FakePackager packager = new FakePackager("kinesis", "sqs", "sns");
        platform.packager = packager;

        command.run(out.stream, "some.whl", "sns", "kinesis");

        assertThat(packager.installed).containsExactly("sns", "kinesis");
    }

    @Test
    void whatWasThereIsUpdatedOrKept() {
        platform.packager = new FakePackager("s3", "sts");

        command.run(out.stream, "some.whl");

        assertThat(out.text()).containsPattern("s3 +1.2.3 +kept: .* handlers of its own")
                .containsPattern("sts +1.2.3 +updated\n").contains("0 installed, 1 updated, 1 kept, 0 broken");
    }

    @Test
    void aBrokenServiceIsSaidAndFailsTheCommandAfterTheOthers() {
        FakePackager packager = new FakePackager("broken", "sqs");
        platform.packager = packager;

        assertThatThrownBy(() -> command.run(out.stream, "some.whl")).isInstanceOf(CommandFailure.class)
                .hasMessage("1 of 2 services could not be imported");

        assertThat(packager.installed).containsExactly("sqs");
        assertThat(packager.closed).isTrue();
        assertThat(out.text()).containsPattern("broken +- +broken: x.json: line 3").contains("1 installed")
                .contains("1 broken");
    }

    @Test
    void ofManyOnlyWhatIsNotAsUsualIsListed() {
        List<String> services = new ArrayList<>(IntStream.range(0, 30).mapToObj(i -> "service" + i).toList());
        services.add("s3");
        platform.packager = new FakePackager(services.toArray(String[]::new));

        command.run(out.stream, "some.whl");

        assertThat(out.text().lines()).hasSize(3);
        assertThat(out.text()).contains("30 installed, 0 updated, 1 kept").containsPattern("s3 +1.2.3 +kept");
    }

    @Test
    void aSourceWithoutServicesIsAMistake() {
        platform.packager = new FakePackager();

        assertThatThrownBy(() -> command.run(out.stream, "some.whl")).isInstanceOf(CommandFailure.class)
                .hasMessage("There is no service in botocore 1.2.3");
    }

    @Test
    void withoutThePackagerTheCommandSaysWhatIsMissing() {
        assertThatThrownBy(() -> command.run(out.stream, "some.whl")).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("the service packager is missing: the bundle org.tucuxi.modeltool");
    }

    @Test
    void withoutASourceTheCommandExplainsItself() {
        assertThatThrownBy(() -> command.run(out.stream)).isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("The source is missing. Usage: tucuxi:import source [service...]");
    }

    /** Installs everything but s3, which is kept; sts was there before; broken is broken. */
    private static final class FakePackager implements ServicePackager, ServicePackager.Source {

        private final List<String> services;
        final List<String> installed = new ArrayList<>();
        String opened;
        boolean closed;

        FakePackager(String... services) {
            this.services = List.of(services);
        }

        @Override
        public Source open(String source) {
            opened = source;
            return this;
        }

        @Override
        public Outcome install(ServiceBundle bundle) {
            installed.add(bundle.service());
            return switch (bundle.service()) {
                case "s3" -> Outcome.KEPT;
                case "sts" -> Outcome.UPDATED;
                default -> Outcome.INSTALLED;
            };
        }

        @Override
        public String description() {
            return "botocore 1.2.3";
        }

        @Override
        public List<String> services() {
            return services;
        }

        @Override
        public ServiceBundle bundle(String service) {
            if (service.equals("broken")) {
                throw new ModelException("x.json: line 3");
            }
            return new ServiceBundle(service, "org.tucuxi.services." + service, "1.2.3", new byte[0]);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
