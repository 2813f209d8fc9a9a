package org.tucuxi.modeltool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tucuxi.modeltool.smithy.SmithySource;

/**
 * Smithy models as a data folder for as long as it is open. Smithy's library is not a part of the tool itself, so only
 * this class knows who reads the models.
 *
 * @param folder the data folder
 * @param source what the models are, for the bundles made of them
 */
record SmithyData(Path folder, String source) implements AutoCloseable {

    static SmithyData of(List<Path> models) {
        try {
            SmithyData data =
                    new SmithyData(Files.createTempDirectory("tucuxi-smithy"), SmithySource.describe(models.get(0)));
            try {
                models.forEach(model -> SmithySource.convert(model, data.folder));
                return data;
            } catch (RuntimeException | Error e) {
                data.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary folder", e);
        } catch (NoClassDefFoundError e) {
            throw new PackagingException("--smithy needs Smithy's library, which this jar is without;"
                    + " the jar of the classifier cli has it", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
