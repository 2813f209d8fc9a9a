package org.tucuxi.models;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.tucuxi.model.ModelException;

/** A file of a model, in a folder or a bundle. Equal when it is the same file. */
interface DataFile {

    /** The largest file that is read, unpacked; EC2, the largest model there is, has 4 MB. */
    int LIMIT = 64 << 20;

    /** What to call it in messages. */
    String source();

    /** Opens it, still packed. */
    InputStream open() throws IOException;

    /** The unpacked bytes; bounded, so that neither a huge file nor a zip bomb takes the memory. */
    default byte[] read() {
        boolean packed = source().endsWith(".gz");
        try (InputStream in = packed ? new GZIPInputStream(open(), 1 << 15) : open()) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new ModelException(source() + " has more than " + (LIMIT >> 20) + " MiB, which no model has");
            }
            return bytes;
        } catch (IOException e) {
            throw new ModelException(source() + " cannot be read" + (packed ? " as gzip: " : ": ") + e.getMessage(), e);
        }
    }
}
