/**
 * Turns services of a botocore data folder, or Smithy models, into service bundles.
 *
 * <p>AWS changes its models every day; a deployment takes over what it needs, when it needs it. This tool reads
 * botocore's data (a folder or a wheel) and writes, without documentation and byte for byte the same each time, either
 * a jar that a running container can take at once or the source folder of a service bundle. It runs alone:
 * {@code java -jar org.tucuxi.modeltool.jar --help}; by code it is {@link org.tucuxi.modeltool.ModelPackager}.
 * The jar of the classifier {@code cli} reads Smithy models too ({@code --smithy}).
 * In a container it is the service {@link org.tucuxi.model.ServicePackager}, and what it makes is installed at once.
 *
 * <p>What it reads is not trusted: files are bounded in size, number and depth, names that could leave a folder are
 * refused, and nothing is unpacked to disk.
 */
package org.tucuxi.modeltool;
