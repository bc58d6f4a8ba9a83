package org.gradcheck.spec;

import java.util.Map;
import java.util.Optional;

/**
 * The members of an object with fixed keys.
 *
 * @param owner the object
 * @param members its members, all of them with known keys
 */
record JsonFields(JsonNode owner, Map<String, JsonNode> members) {

    Optional<JsonNode> find(String key) {
        return Optional.ofNullable(members.get(key));
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    /** The member, which must be there. */
    JsonNode require(String key, String purpose) {
        return find(key).orElseThrow(() -> owner.problem("the key \"" + key + "\" is missing; expected " + purpose));
    }
}
