package org.tucuxi.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A body in the {@code aws-chunked} content encoding: chunks of 1 MiB, then the trailing headers, whose checksums are computed while the
 * body is read ("Signature calculations: trailing headers", Amazon S3 API Reference). With {@link #signedBy} each chunk and the trailer
 * are signed. It can be read again if its source can. Of a body in memory nothing is copied; of any other at most one chunk is held.
 */
public final class AwsChunkedBody implements HttpBody {

    /** What a chunk holds, in bytes; the last one may hold less. */
    public static final int CHUNK = 1024 * 1024;

    static final String CHUNK_SIGNATURE = ";chunk-signature=";
    static final String TRAILER_SIGNATURE = "x-amz-trailer-signature";

    private final HttpBody source;
    private final Trailer[] trailers;
    private final Supplier<ChunkSigner> signers;

    /**
     * Makes a body without signatures.
     *
     * @param source the decoded body
     * @param trailers the headers that follow the body
     */
    public AwsChunkedBody(HttpBody source, List<Trailer> trailers) {
        this(source, sorted(trailers), null);
    }

    private AwsChunkedBody(HttpBody source, Trailer[] trailers, Supplier<ChunkSigner> signers) {
        this.source = Objects.requireNonNull(source, "source");
        this.trailers = trailers;
        this.signers = signers;
    }

    private static Trailer[] sorted(List<Trailer> trailers) {
        Trailer[] result = trailers.toArray(Trailer[]::new);
        // The string to sign wants them in this order.
        Arrays.sort(result, Comparator.comparing(Trailer::name));
        return result;
    }

    /**
     * A header that follows the body: the checksum of all of it.
     *
     * @param name in lower case, for example {@code x-amz-checksum-crc32}
     * @param sum makes a fresh computation for each reading of the body
     */
    public record Trailer(String name, Supplier<? extends Sum> sum) {

        /** Puts the name into lower case. */
        public Trailer {
            name = name.toLowerCase(Locale.ROOT);
            Objects.requireNonNull(sum, "sum");
        }
    }

    /** A checksum while it is computed. Belongs to one reading of a body. */
    public interface Sum {

        /**
         * Adds bytes.
         *
         * @param bytes holds them
         * @param from where they begin
         * @param size how many there are
         */
        void update(byte[] bytes, int from, int size);

        /**
         * The checksum of all that was added. Ends the computation.
         *
         * @return big-endian; the header has it in base64
         */
        byte[] digest();

        /**
         * How long the checksum is.
         *
         * @return the length of {@link #digest()} in bytes
         */
        int size();
    }

    /**
     * The same body, signed.
     *
     * @param newSigners makes a fresh signer for each reading of the body
     * @return a body over the same source
     */
    public AwsChunkedBody signedBy(Supplier<ChunkSigner> newSigners) {
        return new AwsChunkedBody(source, trailers, Objects.requireNonNull(newSigners, "signers"));
    }

    /**
     * The decoded body.
     *
     * @return what is sent in chunks
     */
    public HttpBody source() {
        return source;
    }

    /**
     * How long the decoded body is: {@code X-Amz-Decoded-Content-Length}.
     *
     * @return in bytes, or -1 when it is unknown
     */
    public long decodedLength() {
        return source.length();
    }

    /**
     * The names of the trailing headers: {@code X-Amz-Trailer}.
     *
     * @return in lower case and sorted
     */
    public List<String> trailerNames() {
        return Arrays.stream(trailers).map(Trailer::name).toList();
    }

    /** The number of bytes with all that the encoding adds. */
    @Override
    public long length() {
        long left = source.length();
        if (left < 0) {
            return -1;
        }
        int signature = signers == null ? 0 : signers.get().length();
        long full = left / CHUNK;
        int rest = (int) (left % CHUNK);
        long result = full * frame(CHUNK, signature) + (rest > 0 ? frame(rest, signature) : 0);
        return result + end(signature);
    }

    private static long frame(int size, int signature) {
        return headSize(size, signature) + size + 2L;
    }

    private static int headSize(int size, int signature) {
        return Integer.toHexString(size).length() + (signature > 0 ? CHUNK_SIGNATURE.length() + signature : 0) + 2;
    }

    private int end(int signature) {
        int result = headSize(0, signature) + 2;
        for (Trailer trailer : trailers) {
            result += trailer.name().length() + 1 + (trailer.sum().get().size() + 2) / 3 * 4 + 2;
        }
        return signature > 0 && trailers.length > 0 ? result + TRAILER_SIGNATURE.length() + 1 + signature + 2 : result;
    }

    @Override
    public boolean isRepeatable() {
        return source.isRepeatable();
    }

    @Override
    public InputStream open() throws IOException {
        Sum[] sums = new Sum[trailers.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = trailers[i].sum().get();
        }
        ChunkSigner signer = signers == null ? null : signers.get();
        byte[] memory = source.bytes();
        long length = memory != null ? memory.length : source.length();
        ChunkSource chunks = memory != null ? new ChunkSource.Memory(memory)
                : signer == null && length >= 0 ? new ChunkSource.Measured(source.open(), length)
                : new ChunkSource.Pieces(source.open(), length);
        return new AwsChunkedStream(chunks, this, sums, signer);
    }

    /** The trailing headers as they are signed: each ends in a line feed. */
    String trailerLines(Sum[] sums) {
        StringBuilder lines = new StringBuilder(96);
        for (int i = 0; i < trailers.length; i++) {
            lines.append(trailers[i].name()).append(':').append(Base64.getEncoder().encodeToString(sums[i].digest()))
                    .append('\n');
        }
        return lines.toString();
    }

    @Override
    public String toString() {
        return "aws-chunked " + source;
    }
}
