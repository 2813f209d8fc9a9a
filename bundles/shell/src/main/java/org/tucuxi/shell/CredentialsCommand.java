package org.tucuxi.shell;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tucuxi.Session;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialResolver.Outcome;
import org.tucuxi.credentials.CredentialResolver.Report;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.TokenResolver;
import org.tucuxi.credentials.TokenResolverFactory;

/**
 * The command that says who gave a session its credentials, who was asked before and why they had none, and what ends
 * when. The providers are asked as a call would ask them; nothing is refreshed for it, and no secret is touched.
 */
@Component(service = CredentialsCommand.class, property = {"osgi.command.scope=tucuxi",
    "osgi.command.function=credentials"})
public final class CredentialsCommand {

    private static final String USAGE = "tucuxi:credentials [session]";
    private static final String TOKEN_VARIABLE = "AWS_BEARER_TOKEN_";

    private final Platform platform;
    private final Clock clock;

    /**
     * Made by the component runtime.
     *
     * @param platform the parts of the platform
     */
    @Activate
    public CredentialsCommand(@Reference Platform platform) {
        this(platform, Clock.systemUTC());
    }

    CredentialsCommand(Platform platform, Clock clock) {
        this.platform = platform;
        this.clock = clock;
    }

    /**
     * {@code tucuxi:credentials}: which providers were asked and what they said; never a secret.
     *
     * @param arguments the session's name, or nothing
     */
    public void credentials(Object... arguments) {
        credentials(System.out, arguments);
    }

    void credentials(PrintStream out, Object... arguments) {
        Options options = Options.of(USAGE, Set.of(), Set.of(), arguments);
        options.atMost(1);
        CommandFailure.guard(false, out, () -> {
            Session session = platform.session(options.text(0));
            Answer answer = Answer.of(session);
            table(session, answer.credentials()).print(out);
            out.println(summary(answer));
            tokens(session.configuration(), out);
            if (answer.failure() != null) {
                throw answer.failure();
            }
        });
    }

    /** What a call would meet that asks for the credentials now. */
    private record Answer(Optional<Credentials> credentials, RuntimeException failure) {

        static Answer of(Session session) {
            try {
                return new Answer(session.credentials(), null);
            } catch (RuntimeException e) {
                return new Answer(Optional.empty(), e);
            }
        }
    }

    private static Table table(Session session, Optional<Credentials> credentials) {
        List<Report> reports = session.credentialResolver().report();
        boolean isByProvider = reports.stream().anyMatch(report -> report.outcome() == Outcome.ANSWERED);
        Table table = new Table("PROVIDER", "OUTCOME", "DETAIL");
        if (credentials.isPresent() && !isByProvider) {
            table.row(credentials.get().method(), "answered", "given to the session, so that no provider is asked");
        }
        for (Report report : reports) {
            table.row(report.provider(), text(report.outcome()), report.detail());
        }
        return table;
    }

    private static String text(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String summary(Answer answer) {
        if (answer.failure() != null) {
            return "There are no credentials: a provider failed, and those after it are not asked.";
        }
        if (answer.credentials().isEmpty()) {
            return "There are no credentials: no provider has any.";
        }
        Credentials found = answer.credentials().get();
        String who = "The credentials of " + found.method();
        Optional<Instant> expiry = found.expiry();
        return expiry.map(end -> who + ' ' + until(end))
                .orElse(who + " have no end, or are not got before the first call needs them.");
    }

    private String until(Instant end) {
        Instant shown = end.truncatedTo(ChronoUnit.SECONDS);
        Duration left = Duration.between(clock.instant(), end);
        if (left.isNegative()) {
            return "have ended at " + shown + "; the next call gets new ones.";
        }
        return "end at " + shown + ", in " + left.toHours() + " h " + left.toMinutesPart() + " min.";
    }

    /** The session's own token is looked for, as making a client does; it is not got, which may need the network. */
    private void tokens(Configuration configuration, PrintStream out) {
        TokenResolverFactory factory = platform.tokens;
        if (factory == null) {
            return;
        }
        TokenResolver resolver = factory.create(configuration);
        String summary;
        try {
            summary = resolver.load(null).isPresent() ? "The session has a bearer token."
                    : "The session has no bearer token of its own.";
        } catch (RuntimeException e) {
            // The report has the reason.
            summary = "The session has no bearer token: a provider failed, and no client can be made.";
        }
        Table table = new Table("TOKEN PROVIDER", "OUTCOME", "DETAIL");
        for (Report report : resolver.report()) {
            table.row(report.provider(), text(report.outcome()), report.detail());
        }
        if (!table.isEmpty()) {
            out.println();
            table.print(out);
            out.println(summary);
        }
        Set<String> variables = tokenVariables(configuration);
        if (!variables.isEmpty()) {
            out.println("Tokens of the environment, for one service each: " + String.join(", ", variables));
        }
    }

    private static Set<String> tokenVariables(Configuration configuration) {
        Set<String> set = new TreeSet<>();
        for (String name : configuration.environment().keySet()) {
            if (name.startsWith(TOKEN_VARIABLE)) {
                set.add(name);
            }
        }
        return set;
    }
}
