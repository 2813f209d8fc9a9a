package org.tucuxi.endpoints;

/** What {@code getAttr} and {@code {name#attribute}} look into: the result of a function that has parts. */
interface Attributes {

    /**
     * One part.
     *
     * @param name its name
     * @return its value, or null when there is no such part
     */
    Object attribute(String name);
}
