package org.tucuxi.launcher;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Makes the virtual machine load, on a second processor, what a start needs of it in any case: while the framework
 * installs its bundles, the XML parser that reads their components and the cryptography of the first signature. Without
 * it all goes the same way, some 50 ms later.
 */
final class HeadStart implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadStart.class);
    private static final String COMPONENT =
            "<s:component xmlns:s=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"a\"/>";

    private HeadStart() {
    }

    static void begin() {
        Thread thread = new Thread(new HeadStart(), "tucuxi-head-start");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            readXml();
            MessageDigest.getInstance("SHA-256");
            Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException | ParserConfigurationException | SAXException | IOException e) {
            // Who really needs it will say so better.
            LOG.debug("No head start", e);
        }
    }

    /** As the component runtime reads its descriptors. */
    private static void readXml() throws ParserConfigurationException, SAXException, IOException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.newSAXParser().parse(new InputSource(new StringReader(COMPONENT)), new DefaultHandler());
    }
}
