package org.tucuxi.signing.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.tucuxi.http.ChunkSigner;
import org.tucuxi.signing.Signer;

/**
 * Signs the chunks of a body and its trailer, each upon the one before and the first upon the request ("Signature
 * calculations: transferring payload in multiple chunks" and "… trailing headers", Amazon S3 API Reference). Belongs to
 * one reading of the body.
 */
final class ChunkSignatures implements ChunkSigner {

    private final Mark mark;
    private final Signer.Scope scope;
    private final SigningTime time;
    private byte[] previous;
    private Workspace work;
    private Mark.Key key;

    /** Makes a signer; {@code seed} is the signature of the request. */
    ChunkSignatures(Mark mark, Signer.Scope scope, SigningTime time, byte[] seed) {
        this.mark = mark;
        this.scope = scope;
        this.time = time;
        this.previous = seed;
    }

    @Override
    public int length() {
        return mark.chunkSignatureLength();
    }

    @Override
    public String chunk(byte[] bytes, int from, int size) {
        byte[] hash = hash(bytes, from, size);
        Bytes text = begin("-PAYLOAD\n");
        text.utf8(Payload.EMPTY_HASH).put('\n').hex(hash);
        return sign();
    }

    @Override
    public String trailer(byte[] lines) {
        byte[] hash = hash(lines, 0, lines.length);
        begin("-TRAILER\n").hex(hash);
        return sign();
    }

    private byte[] hash(byte[] bytes, int from, int size) {
        if (work == null) {
            // Not before: a signer is also made only to be asked how long its signatures are.
            work = new Workspace();
            key = mark.key(scope, time.day(), work);
        }
        MessageDigest sha256 = work.sha256();
        sha256.update(bytes, from, size);
        return sha256.digest();
    }

    private Bytes begin(String kind) {
        return work.text().truncate(0).utf8(mark.algorithm()).utf8(kind).utf8(time.timestamp()).put('\n')
                .utf8(mark.credentialScope(time.day(), scope)).put('\n').hex(previous).put('\n');
    }

    /** An ECDSA signature may be shorter than the place that the length of the body counts for it. */
    private String sign() {
        previous = key.signText(work);
        byte[] text = new byte[length()];
        byte[] hex = Bytes.hexText(previous).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(hex, 0, text, 0, hex.length);
        for (int i = hex.length; i < text.length; i++) {
            text[i] = '*';
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
