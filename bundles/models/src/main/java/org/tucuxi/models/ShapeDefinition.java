package org.tucuxi.models;

import java.util.Map;
import org.tucuxi.model.ShapeType;

/**
 * A shape as the model says it, without a reference's attributes.
 *
 * @param name its name
 * @param type its type
 * @param attributes all its attributes, unmodifiable
 */
record ShapeDefinition(String name, ShapeType type, Map<String, Object> attributes) {
}
