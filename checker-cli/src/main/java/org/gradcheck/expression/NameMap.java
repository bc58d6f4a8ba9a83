package org.gradcheck.expression;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What names stand for, in order; it never changes. To add the n-th name costs the logarithm of n, and so does to look one up: names are
 * kept in layers, each larger than all that came after it, and layers of one size become one.
 */
final class NameMap<V> extends AbstractMap<String, V> {

    /** The oldest first. */
    private final List<Map<String, V>> layers;

    private NameMap(List<Map<String, V>> layers) {
        this.layers = layers;
    }

    static <V> NameMap<V> copyOf(Map<String, V> names) {
        return names instanceof NameMap<V> same ? same : new NameMap<>(List.of(new LinkedHashMap<>(names)));
    }

    /** These and one more; a name that is among them stands for the new value from now on. */
    NameMap<V> with(String name, V value) {
        List<Map<String, V>> extended = new ArrayList<>(layers);
        Map<String, V> newest = new LinkedHashMap<>();
        newest.put(name, value);
        while (!extended.isEmpty() && extended.get(extended.size() - 1).size() <= newest.size()) {
            Map<String, V> both = new LinkedHashMap<>(extended.remove(extended.size() - 1));
            both.putAll(newest);
            newest = both;
        }
        extended.add(newest);
        return new NameMap<>(extended);
    }

    @Override
    public @Nullable V get(@Nullable Object name) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            V value = layers.get(i).get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        Map<String, V> all = new LinkedHashMap<>();
        layers.forEach(all::putAll);
        return Collections.unmodifiableMap(all).entrySet();
    }
}
