package org.tucuxi.credentials.internal.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.CredentialResolver.Outcome;
import org.tucuxi.credentials.CredentialResolver.Report;
import org.tucuxi.credentials.TokenProvider;
import org.tucuxi.credentials.TokenResolver;
import org.tucuxi.credentials.UnknownTokenProviderException;

/**
 * A session's chain: what is installed at the moment, with the session's own edits. The token for a service is looked
 * for at each load, so that it wins wherever it comes from; the session's own is kept once it was found. When several
 * threads find it at once the first one's is everybody's, as it refreshes itself and should do so once.
 */
final class TokenChain implements TokenResolver {

    private static final Logger LOG = LoggerFactory.getLogger(TokenChain.class);
    private static final String OF_THE_SESSION = "";
    /** More services than that have no report; without a limit names that a program makes up would be kept for ever. */
    private static final int MAX_REPORTS = 1000;

    private final Supplier<List<TokenSlot>> installed;
    private final Configuration configuration;
    private final List<TokenEdit> edits = new CopyOnWriteArrayList<>();
    private final Map<String, List<Report>> last = new ConcurrentHashMap<>();
    private final AtomicReference<Supplier<BearerToken>> ofSession = new AtomicReference<>();
    private final AtomicBoolean warned = new AtomicBoolean();

    TokenChain(Supplier<List<TokenSlot>> installed, Configuration configuration) {
        this.installed = installed;
        this.configuration = configuration;
    }

    @Override
    public Optional<Supplier<BearerToken>> load(String signingName) {
        if (signingName != null && !signingName.isBlank()) {
            Supplier<BearerToken> scoped = ask(signingName);
            if (scoped != null) {
                return Optional.of(scoped);
            }
        }
        Supplier<BearerToken> kept = ofSession.get();
        if (kept == null) {
            Supplier<BearerToken> found = ask(null);
            kept = found == null || ofSession.compareAndSet(null, found) ? found : ofSession.get();
        }
        return Optional.ofNullable(kept);
    }

    private Supplier<BearerToken> ask(String signingName) {
        TokenSearch search = new TokenSearch(configuration, signingName);
        List<TokenSlot> slots = slots();
        try {
            return search.ask(slots);
        } finally {
            String key = signingName == null ? OF_THE_SESSION : signingName;
            if (last.size() < MAX_REPORTS || last.containsKey(key)) {
                last.put(key, search.reports());
            }
            warnOfMissing(slots);
        }
    }

    /** Once: a profile that names an SSO session has no token without the bundle that reads it. */
    private void warnOfMissing(List<TokenSlot> slots) {
        for (TokenSlot slot : slots) {
            Optional<String> wanted = slot.wantedBy(configuration);
            if (wanted.isPresent() && warned.compareAndSet(false, true)) {
                LOG.warn("Token provider {} could not be asked: bundle {}, which brings it, is not active, though {}",
                        slot.name(), slot.bundle(), wanted.get());
            }
        }
    }

    private List<TokenSlot> slots() {
        if (edits.isEmpty()) {
            return installed.get();
        }
        List<TokenSlot> slots = new ArrayList<>(installed.get());
        for (TokenEdit edit : edits) {
            edit.apply(slots);
        }
        return slots;
    }

    @Override
    public List<String> names() {
        return slots().stream().filter(slot -> slot.provider() != null).map(TokenSlot::name).toList();
    }

    @Override
    public void insertBefore(String name, TokenProvider provider) {
        insert(name, true, provider);
    }

    @Override
    public void insertAfter(String name, TokenProvider provider) {
        insert(name, false, provider);
    }

    /** One of the reference's that is not installed has its place all the same. */
    private void insert(String anchor, boolean before, TokenProvider provider) {
        String name = Objects.requireNonNull(provider.name(), "the provider's name");
        if (TokenSlot.indexOf(slots(), anchor) < 0) {
            throw unknown(anchor);
        }
        edits.add(new TokenEdit.Insert(anchor, before, name, provider));
    }

    @Override
    public void remove(String name) {
        edits.add(new TokenEdit.Remove(name));
    }

    @Override
    public TokenProvider provider(String name) {
        return slots().stream().filter(slot -> slot.provider() != null && slot.name().equals(name)).findFirst()
                .orElseThrow(() -> unknown(name)).provider();
    }

    private UnknownTokenProviderException unknown(String name) {
        return new UnknownTokenProviderException("Token provider named " + name + " not found; the chain has "
                + String.join(", ", names()));
    }

    @Override
    public List<Report> report(String signingName) {
        List<Report> session = last.get(OF_THE_SESSION);
        List<Report> scoped = signingName == null || signingName.isBlank() ? null : last.get(signingName);
        if (scoped == null) {
            return session != null ? session
                    : slots().stream().map(slot -> TokenSearch.standing(slot, configuration)).toList();
        }
        boolean isDecided = scoped.stream().anyMatch(one -> isEnd(one.outcome()));
        return isDecided || session == null ? scoped : merged(scoped, session);
    }

    /** Nobody had a token for the service: what counts is who had the session's. */
    private static List<Report> merged(List<Report> scoped, List<Report> session) {
        List<Report> result = new ArrayList<>(scoped);
        for (Report one : session) {
            if (isEnd(one.outcome())) {
                result.replaceAll(report -> report.provider().equals(one.provider()) ? one : report);
            }
        }
        return List.copyOf(result);
    }

    private static boolean isEnd(Outcome outcome) {
        return outcome == Outcome.ANSWERED || outcome == Outcome.FAILED;
    }

    @Override
    public String toString() {
        return "TokenResolver" + names();
    }
}
