package org.gradcheck.chain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;

/**
 * What a stage takes, by name: values, or tangents of them. The elements are copies that the user's code may keep, but not
 * change.
 */
public final class Values {

    private final Map<String, Object> elements;

    Values(Map<String, Object> elements) {
        this.elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
    }

    /** The names, in the order in which the stage takes them; of tangents those of constants are missing. */
    public List<String> names() {
        return List.copyOf(elements.keySet());
    }

    /**
     * The value of a name.
     *
     * @throws IllegalArgumentException if there is none, or one of another type
     */
    public <T> T get(String name, Class<T> type) {
        Object element = elements.get(name);
        if (element == null) {
            throw new IllegalArgumentException("there is no \"" + name + "\" here, only " + names());
        }
        if (!type.isInstance(element)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is a " + element.getClass().getSimpleName() + ", not a " + type.getSimpleName());
        }
        return type.cast(element);
    }

    /** The vector of a name, as {@link #get}. */
    public double[] vector(String name) {
        return get(name, double[].class);
    }

    /** The matrix of a name, as {@link #get}. */
    public DMatrixRMaj matrix(String name) {
        return get(name, DMatrixRMaj.class);
    }

    /** The number of a name, as {@link #get}. */
    public double scalar(String name) {
        return get(name, Double.class);
    }

    @Override
    public String toString() {
        return names().toString();
    }
}
