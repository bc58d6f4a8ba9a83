package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NameMapTest {

    @Test
    void itIsWhatAMapInOrderIs() {
        NameMap<Integer> names = NameMap.copyOf(Map.of());
        Map<String, Integer> expected = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            String name = "x" + i * i % 70; // some come again
            names = names.with(name, i);
            expected.put(name, i);
            assertThat(names.get(name)).isEqualTo(i);
            assertThat(names).isEqualTo(expected).hasSameSizeAs(expected);
            assertThat(List.copyOf(names.keySet())).isEqualTo(List.copyOf(expected.keySet()));
        }
        assertThat(names.get("y")).isNull();
        assertThat(names.containsKey("y")).isFalse();
        assertThat(names.containsKey("x1")).isTrue();
    }

    @Test
    void oneThatIsExtendedStaysAsItWas() {
        Map<String, Integer> given = new LinkedHashMap<>(Map.of("a", 1));
        NameMap<Integer> names = NameMap.copyOf(given);
        NameMap<Integer> left = names.with("b", 2);
        NameMap<Integer> right = names.with("b", 3).with("a", 4);
        given.put("c", 5);

        assertThat(names).isEqualTo(Map.of("a", 1));
        assertThat(left).isEqualTo(Map.of("a", 1, "b", 2));
        assertThat(right).isEqualTo(Map.of("a", 4, "b", 3));
    }
}
