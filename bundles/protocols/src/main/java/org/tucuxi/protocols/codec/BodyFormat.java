package org.tucuxi.protocols.codec;

import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.value.ScalarParser;
import org.tucuxi.protocols.value.ScalarText;
import org.tucuxi.protocols.value.ValueFault;

/**
 * What one protocol does differently from the others: the documents in its bodies. One instance serves one
 * operation.
 */
public interface BodyFormat {

    /**
     * Compiles the document of the input members: in a REST protocol of those that have no location.
     *
     * @param input the input
     * @return the writer; it takes the parameters, and in a REST protocol skips those with a location and those that
     *         are null
     */
    Writer members(StructureShape input);

    /**
     * Compiles the document that is one member.
     *
     * @param member the member's name
     * @param payload its shape: neither blob nor string
     * @return the writer; it takes the member's value
     */
    Writer payload(String member, Shape payload);

    /**
     * Compiles the reader of the output members that come from the body.
     *
     * @param output the output, or the shape of a modelled error; null for an operation without output
     * @param layout the layout of the results; it has all members of the output and {@code ResponseMetadata}
     * @return the reader; where a protocol's metadata are in the document, it adds them to the map
     *         {@code ResponseMetadata} that a success has already
     */
    Filler fill(StructureShape output, StructureLayout layout);

    /**
     * Compiles the reader of a document that is one member.
     *
     * @param payload the member's shape: neither blob nor string
     * @return the reader
     */
    Reader payload(Shape payload);

    /**
     * Reads an error response as far as it goes without its model.
     *
     * @param status the HTTP status
     * @param headers the headers
     * @param content the body, possibly empty or not of this protocol at all
     * @return a map with {@code Error} and {@code ResponseMetadata}, both mutable maps
     */
    Map<String, Object> error(int status, HttpHeaders headers, byte[] content);

    /**
     * The body of a REST request whose payload, or all of whose body members, are absent.
     *
     * @return a document, or no bytes
     */
    default byte[] absent() {
        return new byte[0];
    }

    /**
     * The media type that a REST request tells of its document when no parameter does.
     *
     * @return the value of {@code Content-Type}, or null for none
     */
    default String contentType() {
        return null;
    }

    /**
     * Compiles the writer of a JSON value that stands in a header.
     *
     * @param member the member's name
     * @return the writer; it takes any JSON
     * @throws ModelException when the protocol knows no JSON
     */
    default ScalarText headerValueWriter(String member) {
        throw new ModelException("Member " + member + " is a JSON value in a header; this protocol knows no JSON");
    }

    /**
     * Compiles the reader of a JSON value that stands in a header.
     *
     * @param member the member's name
     * @return the reader of the header's value
     * @throws ModelException when the protocol knows no JSON
     */
    default ScalarParser headerValueReader(String member) {
        throw new ModelException("Member " + member + " is a JSON value in a header; this protocol knows no JSON");
    }

    /**
     * The media type of the documents inside of events that are sent.
     *
     * @return a content type
     */
    default String eventContentType() {
        return "application/json";
    }

    /** Writes a document. */
    @FunctionalInterface
    interface Writer {

        /**
         * Writes a value.
         *
         * @param value what the document says
         * @return the document
         * @throws ValueFault when a value cannot be written
         */
        byte[] write(Object value);
    }

    /** Reads a document into a structure. */
    @FunctionalInterface
    interface Filler {

        /**
         * Reads a document.
         *
         * @param content the document; empty for a structure without members
         * @param target where its members go
         * @throws ValueFault when the document is broken
         */
        void read(byte[] content, StructureMap target);
    }

    /** Reads a document. */
    @FunctionalInterface
    interface Reader {

        /**
         * Reads a document.
         *
         * @param content the document; empty for a structure without members
         * @return its value, or null when there is none
         * @throws ValueFault when the document is broken
         */
        Object read(byte[] content);
    }
}
