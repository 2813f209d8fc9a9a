package org.tucuxi;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.Credentials;

/** The service that makes sessions by code, and knows all that live. */
@ProviderType
public interface SessionFactory {

    /**
     * Starts a session.
     *
     * @return a builder
     */
    Builder builder();

    /**
     * All sessions that live, those of services and those made by code.
     *
     * @return a snapshot in the order of their making
     */
    List<Session> sessions();

    /**
     * The parts of the platform that are missing; a session cannot make or call clients before this is empty.
     *
     * @return one line for each, with the bundle that would bring it
     */
    List<String> missing();

    /** Collects what a session is made of; everything is optional. */
    @ProviderType
    interface Builder {

        /**
         * The session's name, for {@code session.target} of handlers and for the shell.
         *
         * @param name the name
         * @return this builder
         */
        Builder name(String name);

        /**
         * The profile. As in the reference, choosing one here switches environment credentials off.
         *
         * @param profile a profile of the configuration files
         * @return this builder
         */
        Builder profile(String profile);

        /**
         * The region.
         *
         * @param region the region of clients made without one
         * @return this builder
         */
        Builder region(String region);

        /**
         * Credentials to use instead of asking the providers.
         *
         * @param credentials the credentials
         * @return this builder
         */
        Builder credentials(Credentials credentials);

        /**
         * Folders with models, searched before {@code data_path} of the configuration.
         *
         * @param folders in the layout of the reference: service/version/service-2.json
         * @return this builder
         */
        Builder dataPath(Path... folders);

        /**
         * Configuration that every client of the session starts from.
         *
         * @param config the configuration
         * @return this builder
         */
        Builder defaultClientConfig(ClientConfig config);

        /**
         * Sets a configuration variable; it wins over environment and profile.
         *
         * @param variable the variable's name, for example {@code retry_mode}
         * @param value its value
         * @return this builder
         */
        Builder configVariable(String variable, Object value);

        /**
         * A configuration to use instead of reading environment and files: for credential providers, which must call a
         * service with the configuration that they were asked with. What else was set with this builder goes before it.
         *
         * @param configuration the configuration
         * @return this builder
         */
        Builder configuration(Configuration configuration);

        /**
         * Whether the emitter starts with the built-in handlers of the core, as it does unless this says otherwise.
         *
         * @param include false for an empty emitter
         * @return this builder
         */
        Builder includeBuiltinHandlers(boolean include);

        /**
         * Something to do with the new session as the last step of making it.
         *
         * @param initializer called in the order of adding
         * @return this builder
         */
        Builder initializer(Consumer<Session> initializer);

        /**
         * Makes the session.
         *
         * @return a new session; the caller closes it
         * @throws org.tucuxi.config.ProfileNotFoundException when the profile is in no file
         * @throws UnsatisfiedException when a part of the platform is missing
         */
        Session build();
    }
}
