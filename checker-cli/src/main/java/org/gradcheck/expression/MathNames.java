package org.gradcheck.expression;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names as MathML.
 *
 * @param variables the names of variables
 */
record MathNames(Set<String> variables) {

    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("eps", "ε"),
            Map.entry("zeta", "ζ"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("xi", "ξ"),
            Map.entry("pi", "π"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("chi", "χ"),
            Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"),
            Map.entry("Gamma", "Γ"),
            Map.entry("Delta", "Δ"),
            Map.entry("Theta", "Θ"),
            Map.entry("Lambda", "Λ"),
            Map.entry("Sigma", "Σ"),
            Map.entry("Phi", "Φ"),
            Map.entry("Psi", "Ψ"),
            Map.entry("Omega", "Ω"));

    private static final Pattern INDEXED = Pattern.compile("(\\p{L}+)_?(\\d+)|(\\p{L}+)_(\\w+)");
    private static final String BAR = "bar";

    MathNames {
        variables = Set.copyOf(variables);
    }

    boolean isVariable(String name) {
        return variables.contains(name);
    }

    /** A name: λ for lambda, x₁ for x1 and x_1, dX for the tangent of X, f̄ for the cotangent fbar. */
    String of(String name) {
        if (isTangent(name)) {
            return "<mrow><mi mathvariant=\"normal\">d</mi>" + of(name.substring(1)) + "</mrow>";
        }
        if (name.endsWith(BAR) && name.length() > BAR.length()) {
            return "<mover>" + of(name.substring(0, name.length() - BAR.length())) + "<mo>¯</mo></mover>";
        }
        Matcher indexed = INDEXED.matcher(name);
        if (indexed.matches()) {
            String base = indexed.group(1) == null ? indexed.group(3) : indexed.group(1);
            String index = indexed.group(1) == null ? indexed.group(4) : indexed.group(2);
            return "<msub>" + letter(base) + (indexed.group(1) == null ? letter(index) : "<mn>" + index + "</mn>")
                    + "</msub>";
        }
        return letter(name);
    }

    /** Upright, but for single letters; the Γ function, σ where it is the user's own, log₂. */
    String ofFunction(String name) {
        if (name.equals("gamma")) {
            return "<mi mathvariant=\"normal\">Γ</mi>";
        }
        return name.length() == 1 || GREEK.containsKey(name) || name.equals("log2") || name.equals("log10")
                ? of(name)
                : "<mi>" + escaped(name) + "</mi>";
    }

    /** "dx" and "dx_1" where x is a variable; a variable may itself be called so. */
    private boolean isTangent(String name) {
        return name.length() > 1
                && name.charAt(0) == 'd'
                && !isVariable(name)
                && isVariable(name.substring(1).replaceFirst("_[12]$", ""));
    }

    private static String letter(String name) {
        return "<mi>" + escaped(GREEK.getOrDefault(name, name)) + "</mi>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
