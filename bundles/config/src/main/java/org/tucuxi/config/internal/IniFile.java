package org.tucuxi.config.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.config.ConfigParseException;

/**
 * A profile file as it was read.
 *
 * @param path its expanded path
 * @param sections its sections by their raw names; empty when the file is not there
 */
record IniFile(String path, Map<String, Map<String, Object>> sections) {

    private static final Logger LOG = LoggerFactory.getLogger(IniFile.class);

    private static final int LARGEST = 1024 * 1024;

    /**
     * Reads a file. One that is not there is empty, and so is one that may not be read, with a warning: the reference
     * takes neither for an error, and a home folder that belongs to somebody else is common in containers.
     *
     * @param path the expanded path
     * @return the file
     * @throws ConfigParseException names file and line
     */
    static IniFile read(String path) {
        Path file;
        try {
            file = Path.of(path);
        } catch (InvalidPathException e) {
            throw new ConfigParseException("not the name of a file: " + Shown.of(e.getMessage()), e);
        }
        if (!Files.isRegularFile(file)) {
            return new IniFile(path, Map.of());
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            LOG.warn("{} cannot be read and counts as empty: {}", path, e.toString());
            return new IniFile(path, Map.of());
        }
        if (bytes.length > LARGEST) {
            throw new ConfigParseException(path + ": the file has more than " + LARGEST
                    + " bytes; is it a profile file?");
        }
        return new IniFile(path, IniParser.parse(path, decode(path, bytes)));
    }

    @Override
    public String toString() {
        return path;
    }

    private static String decode(String path, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            throw new ConfigParseException(path + ':' + lineAt(bytes, in.position())
                    + ": a byte that is not UTF-8; save the file with this encoding");
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
