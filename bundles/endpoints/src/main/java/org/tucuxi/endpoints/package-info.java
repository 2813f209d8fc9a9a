/**
 * Where a call goes: endpoint rule sets, partitions and regions.
 *
 * <p>The bundle exists because AWS describes its endpoints in data, not in code: a rule set a service, a table of
 * partitions, and the older table of regions that services without a rule set still use. It offers two services:
 *
 * <ul>
 * <li>{@link org.tucuxi.endpoint.EndpointRules} turns a rule set into a tree of small immutable objects. What is wrong
 * with a document is said when it is compiled, with its place in the document; an evaluation neither parses nor looks a
 * name up, and the last resolutions of a rule set are kept.
 * <li>{@link org.tucuxi.endpoint.RegionCatalog} answers from the region data in this bundle. It reads them when first
 * asked, and of the services only those that are asked for.
 * </ul>
 *
 * <p>Both are safe for use by many threads and hold no lock while they answer from what they know.
 */
package org.tucuxi.endpoints;
