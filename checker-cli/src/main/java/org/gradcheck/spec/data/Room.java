package org.gradcheck.spec.data;

/**
 * How many entries a variable may bring.
 *
 * @param left what the other variables of the spec leave
 * @param most what all variables of a spec may have together
 */
public record Room(long left, long most) {

    boolean holds(long entries) {
        return entries <= left;
    }
}
