package org.tucuxi.credentials.internal.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.CredentialResolver.Outcome;
import org.tucuxi.credentials.CredentialResolver.Report;

/** One round of asking for a token, by one thread. */
final class TokenSearch {

    private final Configuration configuration;
    private final String signingName;
    private final List<Report> reports = new ArrayList<>();
    private String endedBy;

    TokenSearch(Configuration configuration, String signingName) {
        this.configuration = configuration;
        this.signingName = signingName;
    }

    /**
     * Asks one after the other until one answers.
     *
     * @return gives the token, or null
     */
    Supplier<BearerToken> ask(List<TokenSlot> slots) {
        Supplier<BearerToken> found = null;
        RuntimeException failure = null;
        for (TokenSlot slot : slots) {
            if (endedBy != null && slot.provider() != null) {
                reports.add(new Report(slot.name(), Outcome.NOT_ASKED, endedBy + " before it"));
            } else if (slot.provider() == null) {
                reports.add(standing(slot, configuration));
            } else {
                try {
                    found = ask(slot);
                } catch (RuntimeException e) {
                    failure = e;
                    failed(slot, e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return found;
    }

    private Supplier<BearerToken> ask(TokenSlot slot) {
        Optional<Supplier<BearerToken>> answer = slot.provider().load(configuration, signingName);
        if (answer != null && answer.isPresent()) {
            endedBy = slot.name() + " answered";
            reports.add(new Report(slot.name(), Outcome.ANSWERED,
                    signingName == null ? "gave the session's token" : "gave the token for " + signingName));
            return answer.get();
        }
        reports.add(new Report(slot.name(), Outcome.NOTHING, slot.provider().reason(configuration, signingName)));
        return null;
    }

    private void failed(TokenSlot slot, RuntimeException problem) {
        endedBy = slot.name() + " failed";
        String message = problem.getMessage();
        reports.add(new Report(slot.name(), Outcome.FAILED,
                message == null ? problem.getClass().getName() : message));
    }

    /** What is to be said of a place in the chain without asking. */
    static Report standing(TokenSlot slot, Configuration configuration) {
        if (slot.provider() != null) {
            return new Report(slot.name(), Outcome.NOT_ASKED, "not asked yet");
        }
        String wanted = slot.wantedBy(configuration).map(what -> ", though " + what).orElse("");
        return new Report(slot.name(), Outcome.MISSING,
                "bundle " + slot.bundle() + ", which brings it, is not active" + wanted);
    }

    List<Report> reports() {
        return List.copyOf(reports);
    }
}
