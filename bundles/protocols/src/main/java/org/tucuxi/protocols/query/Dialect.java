package org.tucuxi.protocols.query;

import org.tucuxi.model.ListShape;
import org.tucuxi.model.Shape;

/** What ec2 names differently from query, from which it descends. */
enum Dialect {

    /** Fields have the names of the model; lists have a level of their own, and an empty one is told. */
    QUERY {
        @Override
        String name(Shape shape, String otherwise) {
            return shape.locationName() == null ? otherwise : shape.locationName();
        }

        @Override
        String member(String member, Shape shape) {
            return name(shape, member);
        }

        @Override
        FieldWriter items(ListShape list, FieldWriter item) {
            String name = list.member().locationName();
            if (!list.flag("flattened")) {
                return new FieldWriter.Items(FormWriter.encode(name == null ? "member" : name), false, true, item);
            }
            // SimpleDB: a flattened list goes by the name of its items. A name of its own goes first (Smithy).
            boolean inPlace = name != null && list.locationName() == null;
            return new FieldWriter.Items(inPlace ? FormWriter.encode(name) : null, inPlace, true, item);
        }
    },

    /** Fields begin with capitals, lists have no level of their own, and an empty one is nothing. */
    EC2 {
        @Override
        String name(Shape shape, String otherwise) {
            String name = shape.text("queryName");
            if (name != null) {
                return name;
            }
            return shape.locationName() == null ? otherwise : capitalized(shape.locationName());
        }

        @Override
        String member(String member, Shape shape) {
            return name(shape, capitalized(member));
        }

        @Override
        FieldWriter items(ListShape list, FieldWriter item) {
            return new FieldWriter.Items(null, false, false, item);
        }
    };

    /** The name of a shape that the model may leave to the protocol. */
    abstract String name(Shape shape, String otherwise);

    /** The name of a member. */
    abstract String member(String member, Shape shape);

    /** The writer of a list. */
    abstract FieldWriter items(ListShape list, FieldWriter item);

    private static String capitalized(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
