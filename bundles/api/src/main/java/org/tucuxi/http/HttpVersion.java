package org.tucuxi.http;

/** The version of HTTP that a request asks for. */
public enum HttpVersion {

    /** HTTP/1.1, which every service speaks. */
    HTTP_1_1,

    /**
     * HTTP/2: by agreement (ALPN) over TLS, where a server that does not agree gets HTTP/1.1; without TLS, where there is no
     * agreeing, only for a request that is {@link HttpRequest#isDuplex() duplex}.
     */
    HTTP_2
}
