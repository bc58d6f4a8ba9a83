package org.gradcheck.spec.json;

/** JSON pointers as text (RFC 6901). */
public final class JsonPointer {

    private JsonPointer() {}

    /** The pointer to a member of the object at {@code parent}. */
    public static String member(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to an item, from 0, of the array at {@code parent}. */
    public static String item(String parent, int index) {
        return parent + "/" + index;
    }
}
