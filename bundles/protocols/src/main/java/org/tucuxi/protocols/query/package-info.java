/**
 * The protocols query and ec2: a call is a form, its answer is XML. Writing keeps the name of the field at hand in a
 * buffer that grows and shrinks with the nesting; nothing is collected, so no name is made twice. Reading is that of
 * package {@code xml}.
 */
package org.tucuxi.protocols.query;
