package org.tucuxi.modeltool;

import java.util.SortedMap;

/**
 * The stripped data of one service.
 *
 * @param name the client name: that of the data folder
 * @param title the name in the model, for people
 * @param files {@code version/type.json} and its bytes
 */
record ServiceData(String name, String title, SortedMap<String, byte[]> files) {
}
