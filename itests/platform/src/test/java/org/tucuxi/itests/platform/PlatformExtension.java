package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a {@link Lab}, and looks after the last one whether anything leaked. */
final class PlatformExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(PlatformExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(LeakCheck.class, key -> new LeakCheck(),
                LeakCheck.class);
        lab(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getStore(NAMESPACE).remove(Lab.class, Lab.class).close();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return lab(context);
    }

    private static Lab lab(ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(Lab.class, key -> new Lab(Platform.shared()),
                Lab.class);
    }

    /** After all tests: no thread of the platform is left, and no log line names a secret. */
    private static final class LeakCheck implements ExtensionContext.Store.CloseableResource {

        @Override
        public void close() throws Throwable {
            Platform.stop();
            Platform.await("the platform's threads end", () -> threads().isEmpty());
            Path log = Path.of(System.getProperty("org.slf4j.simpleLogger.logFile"));
            if (Files.exists(log)) {
                assertThat(Files.readString(log)).doesNotContain(Lab.SECRET_KEY).doesNotContain(Lab.TOKEN)
                        .doesNotContainPattern("Signature=[0-9a-f]{64}");
            }
        }

        private static List<String> threads() {
            return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                    .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("tucuxi")).toList();
        }
    }
}
