package org.tucuxi.protocols.xml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.codec.StructureParser;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.value.ValueFault;

/** Compiles the readers of results that bring their metadata in the document: those of query and ec2. */
public final class XmlResults {

    private static final String REQUEST_ID = "RequestId";
    private static final String RESULT = "Result";
    private static final String EC2_REQUEST_ID = "requestId";

    private final ReaderCompiler readers;

    /**
     * Makes a compiler.
     *
     * @param service the model of the results
     */
    public XmlResults(ServiceModel service) {
        readers = new ReaderCompiler(service);
    }

    /**
     * Compiles the reader of a query result: members are below the shape's {@code resultWrapper}; when it has none,
     * below the root or, since models that come from Smithy do not tell the wrapper, below the one that is named by the
     * operation. Metadata are the children of {@code ResponseMetadata}.
     *
     * @param operation the operation's name
     * @param output the output, or null when there is none
     * @param layout the layout of the results
     * @return the reader
     */
    public BodyFormat.Filler wrapped(String operation, StructureShape output, StructureLayout layout) {
        ElementTable.Metadata metadata = new ElementTable.Metadata(layout.indexOf(StructureParser.METADATA),
                StructureParser.METADATA, null);
        String wrapper = output == null ? null : output.text("resultWrapper");
        if (wrapper == null) {
            return filler(output, layout, metadata, operation + RESULT);
        }
        return new Wrapped(wrapper.getBytes(StandardCharsets.UTF_8), new StructureReader(readers, output, layout),
                metadata, StructureParser.METADATA.getBytes(StandardCharsets.UTF_8), output.members().isEmpty());
    }

    /**
     * Compiles the reader of an EC2 result: members are below the root, among them the id of the request.
     *
     * @param output the output, or null when there is none
     * @param layout the layout of the results
     * @return the reader
     */
    public BodyFormat.Filler ec2(StructureShape output, StructureLayout layout) {
        return filler(output, layout, new ElementTable.Metadata(layout.indexOf(StructureParser.METADATA),
                EC2_REQUEST_ID, REQUEST_ID), null);
    }

    /**
     * Compiles the reader of the members of a query error.
     *
     * @param error the error
     * @param layout the layout of the results
     * @return the reader
     */
    public BodyFormat.Filler error(StructureShape error, StructureLayout layout) {
        return error(error, layout, ErrorElement.OF_RESPONSE);
    }

    /**
     * Compiles the reader of the members of an EC2 error.
     *
     * @param error the error
     * @param layout the layout of the results
     * @return the reader
     */
    public BodyFormat.Filler ec2Error(StructureShape error, StructureLayout layout) {
        return error(error, layout, ErrorElement.OF_ERRORS);
    }

    private BodyFormat.Filler error(StructureShape error, StructureLayout layout, ErrorElement element) {
        StructureReader members = new StructureReader(readers, error, layout);
        return (content, target) -> {
            XmlReader in = start(content);
            element.enter(in);
            members.fill(in, target);
        };
    }

    private BodyFormat.Filler filler(StructureShape output, StructureLayout layout, ElementTable.Metadata metadata,
            String wrapper) {
        List<ElementTable.Surrounding> surroundings = wrapper == null || output == null || hasMember(output, wrapper)
                ? List.of(metadata)
                : List.of(metadata, new ElementTable.Wrapper(wrapper, new StructureReader(readers, output, layout)));
        StructureReader members = new StructureReader(readers, output, layout, surroundings);
        boolean optional = output == null || output.members().isEmpty();
        return (content, target) -> {
            if (content.length > 0 || !optional) {
                XmlReader in = start(content);
                members.fill(in, target);
                in.next();
            }
        };
    }

    private boolean hasMember(StructureShape output, String element) {
        return output.members().entrySet().stream()
                .anyMatch(member -> element.equals(readers.names().member(member.getKey(), member.getValue())));
    }

    private static XmlReader start(byte[] content) {
        XmlReader in = new XmlReader(content);
        in.next();
        return in;
    }

    /**
     * Reads members from an element of their own; if it comes again, the first counts.
     *
     * @param wrapper its name
     * @param members reads them
     * @param metadata reads the metadata beside it
     * @param about the name of their element
     * @param optional whether there are no members to miss
     */
    private record Wrapped(byte[] wrapper, StructureReader members, ElementTable.Metadata metadata, byte[] about,
            boolean optional) implements BodyFormat.Filler {

        @Override
        public void read(byte[] content, StructureMap target) {
            if (content.length == 0 && optional) {
                return;
            }
            XmlReader in = start(content);
            boolean found = readChildren(in, target);
            in.next();
            if (!found && !optional) {
                throw new ValueFault("expected a result in the element " + new String(wrapper, StandardCharsets.UTF_8)
                        + ", got a document without it");
            }
        }

        private boolean readChildren(XmlReader in, StructureMap target) {
            boolean found = false;
            while (in.toChild()) {
                if (!found && in.isNamed(wrapper)) {
                    members.fill(in, target);
                    found = true;
                } else if (in.isNamed(about)) {
                    metadata.read(in, target);
                } else {
                    in.skipElement();
                }
            }
            return found;
        }
    }
}
