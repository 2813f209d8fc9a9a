package org.tucuxi.credentials.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialResolver;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.UnknownCredentialException;

/**
 * A session's chain: what is installed at the moment, with the session's own edits. Once credentials were found nobody
 * is asked again; a search that found nothing or failed is made anew at the next call.
 *
 * <p>Providers are asked without a lock. One that waits for another thread which itself asks this chain would wait for
 * ever, as each waits for the other; one that asks on its own thread gets an empty answer.
 */
final class ProviderChain implements CredentialResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderChain.class);

    private final Supplier<List<Slot>> installed;
    private final Configuration configuration;
    private final List<Edit> edits = new CopyOnWriteArrayList<>();
    private final AtomicReference<Search> running = new AtomicReference<>();
    private volatile Search last;
    private volatile Credentials found;

    ProviderChain(Supplier<List<Slot>> installed, Configuration configuration) {
        this.installed = installed;
        this.configuration = configuration;
    }

    @Override
    public Optional<Credentials> load() {
        Credentials kept = found;
        if (kept != null) {
            return Optional.of(kept);
        }
        Search mine = new Search();
        Search other = running.compareAndExchange(null, mine);
        if (other == null) {
            return search(mine);
        }
        return other.isMine() ? Optional.empty() : other.await();
    }

    private Optional<Credentials> search(Search mine) {
        try {
            if (found == null) {
                ask(mine);
            }
        } catch (RuntimeException | Error e) {
            running.set(null);
            mine.end(e);
            throw e;
        }
        Optional<Credentials> answer = Optional.ofNullable(found);
        running.set(null);
        mine.end(answer);
        return answer;
    }

    private void ask(Search mine) {
        Credentials answer;
        try {
            answer = mine.ask(slots(), configuration);
        } finally {
            last = mine;
            logAnswer(mine.reports());
        }
        found = answer;
    }

    private static void logAnswer(List<Report> reports) {
        for (Report report : reports) {
            if (report.outcome() == Outcome.ANSWERED) {
                LOG.info("Credentials come from {}", report.provider());
            }
        }
    }

    private List<Slot> slots() {
        List<Slot> slots = new ArrayList<>(installed.get());
        if (configuration.isProfileExplicit()) {
            String reason = "the program chose profile '" + configuration.profile().orElse("default")
                    + "', which switches environment credentials off";
            slots.replaceAll(slot -> slot.provider() != null && slot.name().equals(ReferenceProvider.ENV.text())
                    ? slot.switchedOff(reason) : slot);
        }
        for (Edit edit : edits) {
            edit.apply(slots);
        }
        return slots;
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Slot slot : slots()) {
            if (slot.isAsked()) {
                names.add(slot.name());
            }
        }
        return List.copyOf(names);
    }

    @Override
    public void insertBefore(String name, CredentialProvider provider) {
        insert(name, true, provider);
    }

    @Override
    public void insertAfter(String name, CredentialProvider provider) {
        insert(name, false, provider);
    }

    /** One of the reference's that is not installed has its place all the same. */
    private void insert(String anchor, boolean before, CredentialProvider provider) {
        String name = Objects.requireNonNull(provider.name(), "the provider's name");
        if (Edit.indexOf(slots(), anchor) < 0) {
            throw unknown(anchor);
        }
        edits.add(new Edit.Insert(anchor, before, name, provider));
    }

    @Override
    public void remove(String name) {
        edits.add(new Edit.Remove(name));
    }

    @Override
    public CredentialProvider provider(String name) {
        for (Slot slot : slots()) {
            if (slot.isAsked() && slot.name().equals(name)) {
                return slot.provider();
            }
        }
        throw unknown(name);
    }

    private UnknownCredentialException unknown(String name) {
        return new UnknownCredentialException("Credential named " + name + " not found; the chain has "
                + String.join(", ", names()));
    }

    @Override
    public List<Report> report() {
        Search search = last;
        Credentials answer = found;
        if (search != null && answer != null) {
            return withExpiry(search.reports(), answer);
        }
        List<Report> reports = new ArrayList<>();
        for (Slot slot : slots()) {
            Optional<Report> known = search == null || slot.provider() == null ? Optional.empty()
                    : search.report(slot.provider());
            reports.add(known.orElseGet(() -> Search.standing(slot, configuration)));
        }
        return List.copyOf(reports);
    }

    /** When the credentials end changes with each refresh. */
    private static List<Report> withExpiry(List<Report> reports, Credentials answer) {
        Optional<Instant> expiry = answer.expiry();
        if (expiry.isEmpty()) {
            return reports;
        }
        return reports.stream().map(report -> report.outcome() != Outcome.ANSWERED ? report
                : new Report(report.provider(), report.outcome(), report.detail() + "; they end at " + expiry.get()))
                .toList();
    }

    @Override
    public String toString() {
        return "CredentialResolver" + names();
    }
}
