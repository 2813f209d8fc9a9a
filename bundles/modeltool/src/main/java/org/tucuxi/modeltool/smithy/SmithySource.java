package org.tucuxi.modeltool.smithy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tucuxi.modeltool.PackagingException;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.SourceException;
import software.amazon.smithy.model.loader.ModelAssembler;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.validation.Severity;
import software.amazon.smithy.model.validation.ValidatedResult;
import software.amazon.smithy.model.validation.ValidationEvent;

/** Smithy models, written as a data folder that {@link org.tucuxi.modeltool.ModelPackager} opens. */
public final class SmithySource {

    private SmithySource() {
    }

    /**
     * Converts the models of a file, a jar or a folder.
     *
     * @param source a JSON AST ({@code .json}) or IDL ({@code .smithy}) file, a jar as Maven Central has them, or a
     *         folder of those
     * @param folder where the data folder is written: {@code name/version/type.json}
     * @return the client names of the services
     * @throws PackagingException when there is no service or a model is broken
     */
    public static List<String> convert(Path source, Path folder) {
        try {
            TreeSet<String> names = new TreeSet<>();
            for (Map<String, byte[]> files : ModelFiles.find(source)) {
                names.addAll(write(files, folder));
            }
            if (names.isEmpty()) {
                throw new PackagingException(source + " has no service of a protocol that clients speak");
            }
            return List.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot convert " + source, e);
        }
    }

    /**
     * Converts the services of a model that was read.
     *
     * @param model the model
     * @param folder where the data folder is written
     * @return the client names of its services
     */
    public static List<String> convert(Model model, Path folder) {
        try {
            return write(model, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    private static List<String> write(Map<String, byte[]> files, Path folder) throws IOException {
        try {
            return write(assemble(files), folder);
        } catch (SourceException e) {
            throw broken(files, e.getMessage());
        }
    }

    private static PackagingException broken(Map<String, byte[]> files, String reason) {
        return new PackagingException("The model " + files.keySet().iterator().next() + " is broken: " + reason);
    }

    private static List<String> write(Model model, Path folder) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (ServiceShape service : model.getServiceShapes()) {
            ServiceDocuments documents = ServiceDocuments.of(model, service);
            if (documents != null) {
                documents.write(folder);
                names.add(documents.name());
            }
        }
        return List.copyOf(names);
    }

    private static Model assemble(Map<String, byte[]> files) {
        // Traits that this version of Smithy's library does not know are newer, not wrong.
        ModelAssembler assembler = Model.assembler(Model.class.getClassLoader()).disableValidation()
                .putProperty(ModelAssembler.ALLOW_UNKNOWN_TRAITS, true);
        files.forEach((name, bytes) -> assembler.addUnparsedModel(name, new String(bytes, StandardCharsets.UTF_8)));
        ValidatedResult<Model> result = assembler.assemble();
        List<ValidationEvent> errors = result.getValidationEvents(Severity.ERROR);
        if (!errors.isEmpty() || result.getResult().isEmpty()) {
            throw broken(files, errors.isEmpty() ? "it cannot be assembled" : errors.get(0).getMessage());
        }
        return result.getResult().get();
    }

    /**
     * What a source is, for the bundles made of it.
     *
     * @param source the file, jar or folder
     * @return for example {@code smithy sqs 1.0.6}; without a version when the name has none
     */
    public static String describe(Path source) {
        String file = Files.isDirectory(source) ? "" : source.getFileName().toString();
        var name = java.util.regex.Pattern.compile("(.{1,100}?)-(\\d[0-9.]{0,30})\\.jar").matcher(file);
        return name.matches() ? "smithy " + name.group(1) + ' ' + name.group(2) : "smithy";
    }
}
