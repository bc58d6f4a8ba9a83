package org.gradcheck.spec;

import java.util.List;

/**
 * The keys of a kind of object in a spec.
 *
 * @param owner the object, for messages
 * @param known what is read
 */
record Keys(String owner, List<String> known) {

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
                    "check"));

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
                    "description"));

    static final Keys STAGE =
            new Keys("a stage", List.of("name", "description", "input", "let", "function", "jvp", "vjp"));

    /** An expected verdict with what is to be found out. */
    static final Keys EXPECTED = new Keys("\"expect\"", List.of("verdict", "diagnosis", "where"));

    static final Keys DISTRIBUTION = new Keys("a distribution", List.of("normal", "uniform"));

    static final Keys CHECK = new Keys(
            "\"check\"",
            List.of("points", "directions", "seed", "budget", "accuracy", "precision", "strict", "innerProduct"));

    Keys {
        known = List.copyOf(known);
    }
}
