package org.tucuxi.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.model.ModelException;

/**
 * The files that data are made of.
 *
 * @param file the data
 * @param extras what is merged in, in this order
 */
record Parts(DataFile file, List<DataFile> extras) {

    /** The data with their extras, as a mutable tree. */
    Map<String, Object> tree() {
        Map<String, Object> tree = Json.document(file.read(), file.source());
        Trees.merge(tree, merges());
        return tree;
    }

    /** What all extras together merge in. */
    Map<String, Object> merges() {
        Map<String, Object> result = new LinkedHashMap<>();
        for (DataFile extra : extras) {
            Map<String, Object> document = Json.document(extra.read(), extra.source());
            Object merge = document.get("merge");
            if (merge != null && !(merge instanceof Map<?, ?>)) {
                throw new ModelException(extra.source() + ": $.merge must be an object");
            }
            Trees.merge(result, Trees.map(document, "merge"));
        }
        return result;
    }
}
