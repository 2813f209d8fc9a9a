package org.tucuxi.transport;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.http.HttpSettings;

/**
 * TLS as the settings want it. Jetty starts it with the client; the work, which plain HTTP never needs, is done by
 * {@link #load()}.
 */
final class Tls extends SslContextFactory.Client {

    private static final char[] NO_PASSWORD = new char[0];

    private final HttpSettings settings;
    private final Path trusted;
    private volatile boolean loaded;

    Tls(HttpSettings settings, Path trusted) {
        this.settings = settings;
        this.trusted = trusted;
        setEndpointIdentificationAlgorithm(settings.verify() ? "HTTPS" : null);
    }

    @Override
    protected void doStart() {
        // Not yet.
    }

    @Override
    protected void checkConfiguration() {
        // Jetty would warn of what the user asked for.
    }

    void load() {
        if (!loaded) {
            loadOnce();
        }
    }

    private synchronized void loadOnce() {
        if (loaded) {
            return;
        }
        try {
            setSslContext(context());
            super.doStart();
        } catch (InvalidConfigException e) {
            throw e;
        } catch (Exception e) {
            throw new InvalidConfigException("TLS cannot be set up: " + e, e);
        }
        loaded = true;
    }

    private SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers(), trustManagers(), null);
        return context;
    }

    /** Null stands for the platform's. */
    private TrustManager[] trustManagers() throws GeneralSecurityException {
        if (!settings.verify()) {
            return new TrustManager[] {new TrustEverybody()};
        }
        if (trusted == null) {
            return null;
        }
        List<X509Certificate> certificates = Pem.read(trusted, "CA bundle").certificates();
        if (certificates.isEmpty()) {
            throw new InvalidConfigException("The CA bundle " + trusted + " has no certificate;"
                    + " it must be a file with sections -----BEGIN CERTIFICATE-----");
        }
        KeyStore store = emptyStore();
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("ca" + i, certificates.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private KeyManager[] keyManagers() throws GeneralSecurityException {
        List<Path> files = settings.clientCertificate();
        if (files.isEmpty()) {
            return null;
        }
        Path certificateFile = files.get(0);
        Path keyFile = files.get(files.size() - 1);
        List<X509Certificate> chain = Pem.read(certificateFile, "client certificate").certificates();
        PrivateKey key = Pem.read(keyFile, "client key").key();
        if (chain.isEmpty()) {
            throw new InvalidConfigException("The client certificate " + certificateFile + " has no certificate;"
                    + " it must be a file with a section -----BEGIN CERTIFICATE-----");
        }
        if (key == null) {
            throw new InvalidConfigException("The client certificate's key is missing: " + keyFile
                    + " must have a section -----BEGIN PRIVATE KEY-----");
        }
        KeyStore store = emptyStore();
        store.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(new X509Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, NO_PASSWORD);
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException("An empty key store cannot be made", e);
        }
        return store;
    }
}
