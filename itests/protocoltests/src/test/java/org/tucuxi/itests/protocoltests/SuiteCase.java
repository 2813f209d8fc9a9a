package org.tucuxi.itests.protocoltests;

import org.tucuxi.model.ServiceModel;
import org.tucuxi.protocol.Protocol;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;

/** A case of AWS's suites. */
interface SuiteCase {

    /** The service that is called. */
    ServiceShape service();

    /** The operation that is called. */
    OperationShape operation();

    /** The name of the protocol's trait, for example {@code restXml}. */
    String protocol();

    /** The case's name: unique. */
    String name();

    /** Runs the case; throws an {@link AssertionError} or what the codec throws when it does not pass. */
    void run(Model model, ServiceModel loaded, Protocol protocol) throws Exception;
}
