package org.tucuxi.credentials.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.Credentials;

/** A provider that answers as a test wants it to, and counts. */
final class FakeProvider implements CredentialProvider {

    final AtomicInteger asked = new AtomicInteger();
    private final String name;
    private volatile Supplier<CredentialAnswer> answer;

    private FakeProvider(String name, Supplier<CredentialAnswer> answer) {
        this.name = name;
        this.answer = answer;
    }

    static FakeProvider of(String name, Supplier<CredentialAnswer> answer) {
        return new FakeProvider(name, answer);
    }

    static FakeProvider without(String name) {
        return of(name, () -> CredentialAnswer.none("nothing in " + name));
    }

    static FakeProvider with(String name) {
        return of(name, () -> found(name));
    }

    static CredentialAnswer found(String method) {
        return CredentialAnswer.found(Credentials.of("AKIDEXAMPLE", "hunter2", null, null, method));
    }

    void answers(Supplier<CredentialAnswer> next) {
        answer = next;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        asked.incrementAndGet();
        return answer.get();
    }
}
