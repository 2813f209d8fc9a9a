package org.tucuxi.credentials.internal.metadata;

import java.io.IOException;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.TemporaryCredentials;
import org.tucuxi.http.HttpTransport;

/** Credentials of the role that an EC2 instance has. */
@Component(service = CredentialProvider.class)
public final class InstanceRole implements CredentialProvider {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceRole.class);
    private static final String PATH = "latest/meta-data/iam/security-credentials/";
    private static final int MAX_NAME = 128;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile HttpTransport transport;

    private final CredentialRefresh refresh;
    private final ExpiryExtension extension;

    /**
     * For the component runtime.
     *
     * @param refresh keeps the credentials fresh
     */
    @Activate
    public InstanceRole(@Reference CredentialRefresh refresh) {
        this(refresh, new ExpiryExtension(Clock.systemUTC(), ExpiryExtension.RANDOM));
    }

    InstanceRole(CredentialRefresh refresh, ExpiryExtension extension) {
        this.refresh = refresh;
        this.extension = extension;
    }

    @Override
    public String name() {
        return "iam-role";
    }

    @Override
    public String canonicalName() {
        return "Ec2InstanceMetadata";
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        try {
            return CredentialAnswer.found(
                    refresh.refreshable(name(), retrieve(configuration), () -> again(configuration)));
        } catch (NoAnswer e) {
            return CredentialAnswer.none(e.getMessage());
        }
    }

    private TemporaryCredentials again(Configuration configuration) {
        try {
            return retrieve(configuration);
        } catch (NoAnswer e) {
            throw new CredentialRetrievalException("Error when retrieving credentials from " + name() + ": "
                    + e.getMessage());
        }
    }

    private TemporaryCredentials retrieve(Configuration configuration) throws NoAnswer {
        try (Imds imds = Imds.open(configuration, transport)) {
            String role = imds.get(PATH, InstanceRole::roleName);
            TemporaryCredentials found = KeysInJson.read(imds.get(PATH + role, Answer::json), null);
            LOG.debug("The instance has the role {}", role);
            return extension.apply(found);
        }
    }

    /** The name becomes a part of a URL: IAM allows letters, digits and a few signs. */
    private static String roleName(Answer answer) throws IOException {
        String name = answer.text().strip();
        boolean isName = !name.isEmpty() && name.length() <= MAX_NAME;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            isName &= c < 128 && (Character.isLetterOrDigit(c) || "_+=,.@-".indexOf(c) >= 0);
        }
        if (!isName) {
            throw new IOException("the answer is not the name of a role");
        }
        return name;
    }
}
