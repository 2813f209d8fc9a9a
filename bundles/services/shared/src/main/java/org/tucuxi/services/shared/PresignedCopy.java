package org.tucuxi.services.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.http.FormBody;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.signing.Presigning;
import org.tucuxi.signing.RequestSigner;

/**
 * The URL by which the region of a copy's target asks the region of its source for the data: the request itself, as a GET that
 * is signed for the source's region. Whoever has it may make that copy for an hour.
 */
public final class PresignedCopy {

    private static final String SOURCE = "SourceRegion";
    private static final String DESTINATION = "DestinationRegion";

    private PresignedCopy() {
    }

    /**
     * Adds {@code PresignedUrl} and {@code DestinationRegion}, which EC2 takes on the wire; a URL that the caller gave stays.
     *
     * @param event the event of a copy; its body is changed in place
     */
    public static void forEc2(BeforeCall event) {
        if (!(event.params().body() instanceof FormBody form)) {
            return;
        }
        Object source = form.fields().get(SOURCE);
        String destination = event.requestSigner().regionName();
        if (form.fields().containsKey("PresignedUrl") || source == null || destination == null) {
            return;
        }
        String url = url(event, form, source.toString(), destination);
        form.fields().put("PresignedUrl", url);
        form.fields().put(DESTINATION, destination);
    }

    /**
     * Makes of {@code SourceRegion}, which RDS and its kin do not know on the wire, a {@code PreSignedUrl} unless the caller
     * gave one.
     *
     * @param event the event of a copy; its body is changed in place
     */
    public static void forRds(BeforeCall event) {
        if (!(event.params().body() instanceof FormBody form) || !form.fields().containsKey(SOURCE)) {
            return;
        }
        Object source = form.fields().remove(SOURCE);
        String destination = event.requestSigner().regionName();
        if (!form.fields().containsKey("PreSignedUrl") && destination != null) {
            form.fields().put("PreSignedUrl", url(event, form, source.toString(), destination));
        }
    }

    private static String url(BeforeCall event, FormBody form, String source, String destination) {
        SerializedRequest request = event.params();
        RequestSigner signer = event.requestSigner();
        FormBody copied = new FormBody(form.bytes());
        Map<String, Object> fields = copied.fields();
        fields.put(DESTINATION, destination);
        // The endpoints of these services differ in nothing but the region: botocore's handlers replace it as well.
        SerializedRequest copy = new SerializedRequest().method("GET").urlPath(request.urlPath())
                .url(request.url().replace(destination, source)).body(copied).authPath(request.authPath())
                .context(new LinkedHashMap<>(event.context()));
        return signer.presignedUrl(event.model().name(), copy,
                new Presigning(Presigning.Form.URL, Presigning.DEFAULT_EXPIRY, source, null));
    }
}
