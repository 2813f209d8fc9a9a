package org.tucuxi.demo.app;

import org.tucuxi.Session;
import org.tucuxi.launcher.Tucuxi;

/** The plain Java program of README.md, as it stands there. */
final class PlainProgram {

    private PlainProgram() {
    }

    public static void main(String[] arguments) {
        try (Tucuxi tucuxi = Tucuxi.start()) {
            Session session = tucuxi.session();
            System.out.println(session.client("s3").call("ListBuckets").get("Buckets"));
        }
    }
}
