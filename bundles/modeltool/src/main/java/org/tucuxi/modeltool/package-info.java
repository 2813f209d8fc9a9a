/**
 * Turns services of a botocore data folder into service bundles.
 *
 * <p>AWS changes its models every day; a deployment takes over what it needs, when it needs it. This tool reads
 * botocore's data (a folder or a wheel) and writes, without documentation and byte for byte the same each time, either
 * a jar that a running container can take at once or the source folder of a service bundle. It runs alone:
 * {@code java -jar org.tucuxi.modeltool.jar --help}; by code it is {@link org.tucuxi.modeltool.ModelPackager}.
 *
 * <p>What it reads is not trusted: files are bounded in size and depth, names that could leave a folder are refused.
 */
package org.tucuxi.modeltool;
