package org.tucuxi.itests.servers;

import java.net.URI;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/** S3Proxy with objects in memory. It checks SigV4 signatures. */
public final class S3Server implements AutoCloseable {

    /** The access key id that it knows. */
    public static final String ACCESS_KEY = "local-identity";
    /** The secret access key that it knows. */
    public static final String SECRET_KEY = "local-credential";

    private final S3Proxy proxy;

    private S3Server(S3Proxy proxy) {
        this.proxy = proxy;
    }

    /**
     * Starts a server.
     *
     * @return the running server
     * @throws Exception when it does not start
     */
    public static S3Server start() throws Exception {
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(BlobStores.create("transient", new Properties()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        proxy.start();
        return new S3Server(proxy);
    }

    /**
     * Where it listens.
     *
     * @return for example {@code http://127.0.0.1:34567}
     */
    public String endpointUrl() {
        return "http://127.0.0.1:" + proxy.getPort();
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
    }
}
