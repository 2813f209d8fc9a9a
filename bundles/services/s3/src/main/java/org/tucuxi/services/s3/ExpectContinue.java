package org.tucuxi.services.s3;

import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventPattern;
import org.tucuxi.http.HttpBody;

/** Uploads ask first ({@code Expect: 100-continue}), so that a redirect or a refusal costs no upload. */
@Component
@EventPattern("before-call.s3")
public final class ExpectContinue implements EventHandler<BeforeCall, BeforeCall.Answer> {

    /** The reference's switch: nothing is asked for an empty body. */
    static final String NO_EMPTY = "BOTO_EXPERIMENTAL__NO_EMPTY_CONTINUE";

    private final boolean notForEmpty;

    /** Makes the handler. */
    @Activate
    public ExpectContinue() {
        this(System::getenv);
    }

    ExpectContinue(UnaryOperator<String> environment) {
        this.notForEmpty = "true".equalsIgnoreCase(environment.apply(NO_EMPTY));
    }

    @Override
    public BeforeCall.Answer handle(BeforeCall event) {
        HttpBody body = event.params().body();
        String method = event.model().httpMethod();
        boolean uploads = method.equals("PUT") || method.equals("POST");
        if (uploads && body.isStream() && !(notForEmpty && body.length() == 0)) {
            event.params().headers().put("Expect", "100-continue");
        }
        return null;
    }
}
