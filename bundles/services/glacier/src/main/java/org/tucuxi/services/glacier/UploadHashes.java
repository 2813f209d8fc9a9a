package org.tucuxi.services.glacier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.UnseekableStreamException;

/**
 * Uploads say the SHA-256 of their data and its tree hash. Both come from one reading of the body, which stays as
 * it is.
 */
@Component
@EventPattern({"before-call.glacier.UploadArchive", "before-call.glacier.UploadMultipartPart"})
public final class UploadHashes implements EventHandler<BeforeCall, BeforeCall.Answer> {

    private static final String HASH = "x-amz-content-sha256";
    private static final String TREE_HASH = "x-amz-sha256-tree-hash";

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        HttpHeaders headers = event.params().headers();
        if (headers.contains(HASH) && headers.contains(TREE_HASH)) {
            return null;
        }
        HttpBody body = event.params().body();
        if (!body.isRepeatable()) {
            throw new UnseekableStreamException("Glacier needs the hashes of the data before the data, but the body can be"
                    + " read only once: pass a byte[], a Path or a FileInputStream, or both headers " + HASH + " and "
                    + TREE_HASH);
        }
        try (InputStream in = body.open()) {
            TreeHash hash = TreeHash.of(in);
            headers.putIfAbsent(HASH, hash.linear());
            headers.putIfAbsent(TREE_HASH, hash.tree());
        } catch (IOException e) {
            throw new UncheckedIOException("The body of the upload cannot be read", e);
        }
        return null;
    }
}
