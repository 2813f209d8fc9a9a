package org.tucuxi.itests.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tucuxi.modeltool.ModelPackager;
import org.tucuxi.modeltool.PackagingException;
import org.tucuxi.protocols.RestJsonProtocol;

/** Archives of models, as the model tool takes them. */
final class ArchiveTarget implements Target {

    private static final Attempt.Bounds BOUNDS = new Attempt.Bounds(48L << 20, 2000);

    private static final LocalDateTime TIME = LocalDateTime.of(2020, 1, 1, 0, 0);

    private final Path folder;
    private final byte[] model;

    ArchiveTarget(Path folder) {
        this.folder = folder;
        try {
            model = Lab.JSON.writeValueAsBytes(Lab.model(RestJsonProtocol.NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "archives";
    }

    @Override
    public Attempt next(SplittableRandom random) {
        try {
            byte[] damaged = random.nextInt(3) == 0 ? new Mutation(random).of(model) : model;
            byte[] zip = zip(damaged, random);
            byte[] file = random.nextInt(4) == 0 ? zip : new Mutation(random).of(zip);
            Files.createDirectories(folder);
            Path path = folder.resolve("data.zip");
            Files.write(path, file);
            return new Attempt("an archive", file, () -> use(path), Attempt.permit("", PackagingException.class),
                    BOUNDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(byte[] model, SplittableRandom random) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(random.nextBoolean() ? 0 : 6);
            String before = random.nextBoolean() ? "botocore/data/" : "";
            add(zip, before + "one/2020-01-01/service-2.json", model);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(model);
            }
            byte[] gzipped = packed.toByteArray();
            add(zip, before + "two/2020-01-01/service-2.json.gz",
                    random.nextInt(3) == 0 ? new Mutation(random).of(gzipped) : gzipped);
            add(zip, before + "two/2020-01-01/paginators-1.json", Corpus.text("{\"pagination\":{}}"));
            add(zip, before + "../../" + Scalars.name(random) + "/1/service-2.json", model);
            add(zip, "botocore/__init__.py", Corpus.text("__version__ = '1.2.3'\n"));
        }
        return out.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // Now would make another archive of the same seed.
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
    }

    private Object use(Path archive) {
        Path target = folder.resolve("out");
        try (ModelPackager packager = ModelPackager.open(archive)) {
            List<String> services = packager.services();
            services.forEach(service -> packager.writeSource(service, target));
            services.forEach(service -> packager.writeBundle(service, target));
            return services;
        } finally {
            if (Files.exists(target)) {
                Lab.delete(target);
            }
        }
    }
}
