package org.tucuxi.credentials.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialResolver.Outcome;
import org.tucuxi.credentials.CredentialResolver.Report;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;

/** One round of asking, by the thread that came first; the others wait for its end. */
final class Search {

    private final Thread owner = Thread.currentThread();
    private final CompletableFuture<Optional<Credentials>> end = new CompletableFuture<>();
    private final List<Report> reports = new ArrayList<>();
    private final Map<CredentialProvider, Report> byProvider = new IdentityHashMap<>();
    private String endedBy;
    private Report missed;

    boolean isMine() {
        return owner == Thread.currentThread();
    }

    /**
     * Asks one after the other until one answers.
     *
     * @return the credentials, or null
     */
    Credentials ask(List<Slot> slots, Configuration configuration) {
        Credentials found = null;
        RuntimeException failure = null;
        for (Slot slot : slots) {
            if (endedBy == null && missed != null && ReferenceProvider.named(slot.name()).isPresent()) {
                endedBy = missed.provider() + " is missing";
            }
            if (endedBy != null || !slot.isAsked()) {
                add(slot, notAsked(slot, configuration));
                continue;
            }
            try {
                found = ask(slot, configuration);
            } catch (RuntimeException e) {
                failure = e;
                failed(slot, e);
            } catch (Error e) {
                failed(slot, e);
                throw e;
            }
        }
        if (failure == null && found == null && missed != null) {
            failure = new CredentialRetrievalException("Credential provider " + missed.provider()
                    + " cannot be asked: " + missed.detail());
        }
        if (failure != null) {
            throw failure;
        }
        return found;
    }

    private Credentials ask(Slot slot, Configuration configuration) {
        CredentialAnswer answer = slot.provider().load(configuration);
        if (answer != null && answer.credentials() != null) {
            endedBy = slot.name() + " answered";
            add(slot, new Report(slot.name(), Outcome.ANSWERED, "gave the credentials"));
            return answer.credentials();
        }
        String reason = answer == null || answer.reason() == null ? "had none and gave no reason" : answer.reason();
        add(slot, new Report(slot.name(), Outcome.NOTHING, reason));
        return null;
    }

    private void failed(Slot slot, Throwable problem) {
        endedBy = slot.name() + " failed";
        String message = problem.getMessage();
        add(slot, new Report(slot.name(), Outcome.FAILED,
                message == null ? problem.getClass().getName() : message));
    }

    private Report notAsked(Slot slot, Configuration configuration) {
        Report standing = standing(slot, configuration);
        if (endedBy == null && missed == null && isMissed(slot, configuration)) {
            missed = standing;
        }
        boolean cameTooLate = slot.isAsked() && endedBy != null;
        return cameTooLate ? new Report(slot.name(), Outcome.NOT_ASKED, endedBy + " before it") : standing;
    }

    /**
     * The configuration asks for a provider that is not there. Going on would find other credentials than it means, and
     * call under another identity; only providers that somebody put right behind that place may stand in for it.
     */
    private static boolean isMissed(Slot slot, Configuration configuration) {
        return slot.provider() == null && wanted(slot, configuration).isPresent();
    }

    private static Optional<String> wanted(Slot slot, Configuration configuration) {
        return ReferenceProvider.named(slot.name()).flatMap(one -> one.wantedBy(configuration));
    }

    private void add(Slot slot, Report report) {
        reports.add(report);
        if (slot.provider() != null) {
            byProvider.put(slot.provider(), report);
        }
    }

    /** What is to be said of a place in the chain without asking. */
    static Report standing(Slot slot, Configuration configuration) {
        if (slot.provider() == null) {
            String bundle = ReferenceProvider.named(slot.name()).map(ReferenceProvider::bundle).orElse("?");
            String wanted = wanted(slot, configuration).map(what -> ", though " + what).orElse("");
            return new Report(slot.name(), Outcome.MISSING,
                    "bundle " + bundle + ", which brings it, is not active" + wanted);
        }
        return new Report(slot.name(), Outcome.NOT_ASKED,
                slot.switchedOff() == null ? "not asked yet" : slot.switchedOff());
    }

    List<Report> reports() {
        return List.copyOf(reports);
    }

    Optional<Report> report(CredentialProvider provider) {
        return Optional.ofNullable(byProvider.get(provider));
    }

    void end(Optional<Credentials> answer) {
        end.complete(answer);
    }

    void end(Throwable problem) {
        end.completeExceptionally(problem);
    }

    Optional<Credentials> await() {
        try {
            return end.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialRetrievalException("interrupted while another thread asked for the credentials", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
