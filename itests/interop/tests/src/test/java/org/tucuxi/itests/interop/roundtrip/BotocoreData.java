package org.tucuxi.itests.interop.roundtrip;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the models of all services are. */
final class BotocoreData {

    private BotocoreData() {
    }

    /** The data of the botocore in the Python that {@code -Dmoto.python} names. */
    static Path folder() throws Exception {
        Process python = new ProcessBuilder(System.getProperty("moto.python"), "-c",
                "import botocore, os; print(os.path.join(os.path.dirname(botocore.__file__), 'data'))")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return Path.of(new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim());
    }
}
