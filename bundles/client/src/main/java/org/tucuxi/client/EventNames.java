package org.tucuxi.client;

/** The names of the events of one operation, put together once. */
final class EventNames {

    final String provideClientParams;
    final String beforeParameterBuild;
    final String beforeCall;
    final String requestCreated;
    final String beforeSend;
    final String beforeParse;
    final String responseReceived;
    final String needsRetry;
    final String afterCall;
    final String afterCallError;

    EventNames(String sid, String operation) {
        String suffix = '.' + sid + '.' + operation;
        provideClientParams = "provide-client-params" + suffix;
        beforeParameterBuild = "before-parameter-build" + suffix;
        beforeCall = "before-call" + suffix;
        requestCreated = "request-created" + suffix;
        beforeSend = "before-send" + suffix;
        beforeParse = "before-parse" + suffix;
        responseReceived = "response-received" + suffix;
        needsRetry = "needs-retry" + suffix;
        afterCall = "after-call" + suffix;
        afterCallError = "after-call-error" + suffix;
    }
}
