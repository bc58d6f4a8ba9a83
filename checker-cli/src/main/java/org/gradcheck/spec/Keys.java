package org.gradcheck.spec;

import java.util.List;

/**
 * The keys of a kind of object in a spec.
 *
 * @param owner the object, for messages
 * @param known what is read
 * @param later part of the format, and not yet supported
 */
record Keys(String owner, List<String> known, List<String> later) {

    static final Keys SPEC = new Keys(
            "a spec",
            List.of(
                    "$schema",
                    "title",
                    "source",
                    "tags",
                    "description",
                    "sizes",
                    "variables",
                    "define",
                    "let",
                    "function",
                    "chain",
                    "gradient",
                    "jacobian",
                    "jvp",
                    "vjp",
                    "hessian",
                    "hvp",
                    "bilinear",
                    "wrt",
                    "convention",
                    "expect",
                    "check"),
            List.of());

    static final Keys VARIABLE = new Keys(
            "a variable",
            List.of(
                    "shape",
                    "distribution",
                    "structure",
                    "directions",
                    "convention",
                    "innerProduct",
                    "value",
                    "csv",
                    "header",
                    "separator",
                    "columns",
                    "encode",
                    "npy",
                    "json",
                    "description"),
            List.of());

    static final Keys STAGE =
            new Keys("a stage", List.of("name", "description", "input", "let", "function", "jvp", "vjp"), List.of());

    /** An expected verdict with what is to be found out. */
    static final Keys EXPECTED = new Keys("\"expect\"", List.of("verdict", "diagnosis", "where"), List.of());

    static final Keys DISTRIBUTION = new Keys("a distribution", List.of("normal", "uniform"), List.of());

    static final Keys CHECK = new Keys(
            "\"check\"",
            List.of("points", "directions", "seed", "budget", "accuracy", "precision", "strict", "innerProduct"),
            List.of());

    Keys {
        known = List.copyOf(known);
        later = List.copyOf(later);
    }
}
