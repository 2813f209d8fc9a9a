package org.tucuxi.event;

import java.util.Map;

/** Which event class belongs to the first part of an event name. */
public final class EventCatalogue {

    private static final Map<String, Class<? extends Event<?>>> CLASSES = Map.ofEntries(
            Map.entry("service-data-loaded", ServiceDataLoaded.class),
            Map.entry("choose-service-name", ChooseServiceName.class),
            Map.entry("creating-client-class", CreatingClientClass.class),
            Map.entry("creating-serializer", CreatingSerializer.class),
            Map.entry("getattr", GetAttribute.class),
            Map.entry("provide-client-params", ProvideClientParams.class),
            Map.entry("before-parameter-build", BeforeParameterBuild.class),
            Map.entry("before-endpoint-resolution", BeforeEndpointResolution.class),
            Map.entry("before-call", BeforeCall.class),
            Map.entry("request-created", RequestCreated.class),
            Map.entry("choose-signer", ChooseSigner.class),
            Map.entry("before-sign", BeforeSign.class),
            Map.entry("before-send", BeforeSend.class),
            Map.entry("before-parse", BeforeParse.class),
            Map.entry("response-received", ResponseReceived.class),
            Map.entry("needs-retry", NeedsRetry.class),
            Map.entry("after-call", AfterCall.class),
            Map.entry("after-call-error", AfterCallError.class));

    private EventCatalogue() {
    }

    /**
     * The class of the events that a name's first part stands for.
     *
     * @param firstPart for example {@code before-call}
     * @return its class; {@link GenericEvent} for a name that Tucuxi does not emit itself
     */
    public static Class<?> eventClass(String firstPart) {
        Class<?> known = CLASSES.get(firstPart);
        return known == null ? GenericEvent.class : known;
    }
}
