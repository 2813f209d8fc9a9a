package org.tucuxi.client;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One session of Config Admin: the records of the factory PID {@code org.tucuxi.session}. */
@ObjectClassDefinition(name = "Tucuxi session",
        description = "A session of its own, registered as a service with the property session.name. Any other variable of"
                + " the AWS configuration may be set too, for example retry_mode or s3.addressing_style: before environment and"
                + " files, behind what code gives a client.")
// Metatype turns two underscores into one.
@interface SessionConfiguration {

    @AttributeDefinition(name = "Name",
            description = "The session's name, for session.target of handlers and for the shell. 'default' replaces the default session.")
    String name() default "";

    @AttributeDefinition(name = "Profile", required = false,
            description = "A profile of the AWS configuration files. Choosing one here switches environment credentials off.")
    String profile() default "";

    @AttributeDefinition(name = "Region", required = false,
            description = "The region of clients that are made without one.")
    String region() default "";

    @AttributeDefinition(name = "Endpoint URL", required = false,
            description = "The endpoint of all clients instead of what the rules say.")
    String endpoint__url() default "";

    @AttributeDefinition(name = "Data path", required = false,
            description = "Folders with service models that are searched first.")
    String[] data__path() default {};

    @AttributeDefinition(name = "Access key id", required = false,
            description = "Credentials to use instead of asking the providers.")
    String aws__access__key__id() default "";

    @AttributeDefinition(name = "Secret access key", required = false,
            type = org.osgi.service.metatype.annotations.AttributeType.PASSWORD,
            description = "Credentials to use instead of asking the providers.")
    String aws__secret__access__key() default "";

    @AttributeDefinition(name = "Session token", required = false,
            type = org.osgi.service.metatype.annotations.AttributeType.PASSWORD,
            description = "Credentials to use instead of asking the providers.")
    String aws__session__token() default "";
}
