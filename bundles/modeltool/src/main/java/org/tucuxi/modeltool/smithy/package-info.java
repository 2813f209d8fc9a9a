/**
 * Reads Smithy models, the form in which AWS publishes its APIs to Maven Central ({@code software.amazon.api.models}),
 * and writes them in the form of botocore's data, which the rest of the tool packs. So one model layer, one pipeline
 * and one kind of bundle serve both sources.
 *
 * <p>Smithy's own library reads the models: {@code smithy-model} with {@code smithy-utils}, and nothing else, for
 * traits are taken by their ids and need no classes. The library comes with the executable jar of the classifier
 * {@code cli}:
 *
 * <pre>{@code java -jar org.tucuxi.modeltool-VERSION-cli.jar --smithy sqs-1.0.6.jar --out deploy}</pre>
 *
 * The bundle imports its packages optionally, and no class outside this package refers to them: in a container the tool
 * works without, and {@code --smithy} of the plain jar says which jar to take.
 *
 * <p>A bundle has the version of the jar that its model came from. Those of {@code software.amazon.api.models} are
 * lower than botocore's, so give {@code --source-version} when the bundle is to replace one made from botocore.
 *
 * <h2>What differs from botocore's own data on purpose</h2>
 * <ul>
 * <li>{@code serviceAbbreviation}, {@code uid}, {@code globalEndpoint} and {@code checksumFormat} are not in Smithy
 *     models, and nothing here reads them. The signer of S3 ({@code s3}, {@code s3v4}) is the reference's choice and is
 *     added by service id.</li>
 * <li>Names of bodies follow the protocol that the client prefers: a JSON name for rest-json, an XML name for XML, none
 *     for json and CBOR, which have none on the wire.</li>
 * <li>A shape of Smithy's prelude whose name a shape of the service has too is called {@code __Name}. A flattened list
 *     whose elements have a name of their own elsewhere becomes a shape of its own, {@code NameFlattened}.</li>
 * <li>{@code bigInteger} becomes {@code long} and {@code bigDecimal} {@code double}: botocore's form has no larger.
 *     </li>
 * <li>The query literal {@code x-id} of request URIs is left out, as botocore does: it only names the operation.</li>
 * <li>Error codes ({@code error.code}) are written where the wire has them: query and ec2. Other protocols send the
 *     shape's name, and the code of query as a header.</li>
 * <li>Paginators have neither {@code more_results} nor {@code non_aggregate_keys}; without {@code items} the only list
 *     of the output is what is paged.</li>
 * <li>Smithy's waiters have no number of attempts: it is what fills ten minutes. Waiters that look at the input are
 *     left out, for a {@code waiters-2} acceptor sees the output only.</li>
 * <li>All unions are {@code union}, also those older than the word, such as DynamoDB's {@code AttributeValue}; the
 *     error of endpoint discovery is listed on the operations that use it; patterns have their anchors.</li>
 * <li>Defaults are left out: a client of a model that can change while it runs must not send what its model said once.
 *     </li>
 * </ul>
 */
package org.tucuxi.modeltool.smithy;
