package org.tucuxi.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Self-signed certificates of a server (for the host name localhost only) and of a client, made by the JDK's keytool.
 */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final KeyStore server;
    private final KeyStore client;

    Certificates(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        this.folder = folder;
        server = make("server", "san=dns:localhost");
        client = make("client", "san=dns:client");
    }

    private KeyStore make(String name, String extension) throws IOException, InterruptedException,
            GeneralSecurityException {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", name, "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=" + name, "-ext",
                        extension,
                "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString(),
                        "-J-XX:TieredStopAtLevel=1")
                .redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException(output);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    /** A listening TLS socket; wantsClient makes it refuse clients without our client certificate. */
    ServerSocket listen(boolean wantsClient) throws IOException, GeneralSecurityException {
        SSLServerSocket socket = (SSLServerSocket) serverContext().getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(wantsClient);
        return socket;
    }

    /** TLS of the server, which trusts our client certificate only. */
    SSLContext serverContext() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(server, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("client", client.getCertificate("client"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    Path serverCertificate() throws IOException, GeneralSecurityException {
        return write("server.pem", "comment\n" + pem("CERTIFICATE", server.getCertificate("server").getEncoded()));
    }

    Path clientCertificate() throws IOException, GeneralSecurityException {
        return write("client.pem", pem("CERTIFICATE", client.getCertificate("client").getEncoded()));
    }

    Path clientKey() throws IOException, GeneralSecurityException {
        return write("client.key", pem("PRIVATE KEY", pkcs8()));
    }

    Path clientCertificateAndKey() throws IOException, GeneralSecurityException {
        return write("both.pem", Files.readString(clientKey()) + Files.readString(clientCertificate()));
    }

    /** The same key in the old form: the inner part of PKCS#8. */
    Path clientRsaKey() throws IOException, GeneralSecurityException {
        byte[] outer = pkcs8();
        return write("rsa.key", pem("RSA PRIVATE KEY", Arrays.copyOfRange(outer, 26, outer.length)));
    }

    private byte[] pkcs8() throws GeneralSecurityException {
        return client.getKey("client", PASSWORD.toCharArray()).getEncoded();
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }
}
