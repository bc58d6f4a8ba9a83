package org.gradcheck.output;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.gradcheck.expression.MathMarkup;
import org.gradcheck.picture.HtmlParts;
import org.gradcheck.spec.Formula;
import org.gradcheck.spec.Spec;
import org.gradcheck.spec.SpecCheckResult;
import org.gradcheck.spec.WrittenSpec;

/**
 * The formulas of a spec, typeset in MathML, with the text as it was written below; the text alone where it cannot be read.
 *
 * @param spec the spec
 */
record HtmlFormulas(WrittenSpec spec) {

    /** Definitions, intermediate values or stages, and the outputs of f. */
    String ofFunction() {
        StringBuilder html = new StringBuilder();
        spec.definitions().forEach((head, body) -> html.append(formula(typeset(head), head, body)));
        spec.lets().forEach((name, body) -> html.append(formula(Optional.of(name(name)), name, body)));
        spec.function().forEach((name, body) -> html.append(formula(Optional.of(name(name)), name, body)));
        return html.toString();
    }

    /** The derivative that a check is about; empty if the spec has none of its name. */
    String of(SpecCheckResult check) {
        StringBuilder html = new StringBuilder();
        spec.derivative(check.name())
                .ifPresent(derivative -> derivative
                        .formulas()
                        .forEach((output, body) ->
                                html.append(formula(Optional.of(left(derivative, output)), "", body))));
        return html.toString();
    }

    private String formula(Optional<String> left, String name, Formula body) {
        String written = (name.isEmpty() ? "" : name + " = ") + body.text();
        String math = typeset(body.text())
                .map(right -> "<div class=\"scroll\"><math displaystyle=\"true\">"
                        + left.map(symbol -> symbol + "<mo>=</mo>").orElse("") + right + "</math></div>")
                .orElse("");
        return "<div class=\"formula\">" + math + "<code>" + HtmlParts.escaped(written) + "</code></div>\n";
    }

    /** ∇ₓf, ∂f/∂x, df, x̄, ∇²ₓf. */
    private String left(WrittenSpec.Derivative claim, String output) {
        String function = name(claim.stage().orElse(claim.formulas().size() > 1 ? output : outputs()));
        String variable = claim.variable().map(this::name).orElse("");
        return switch (claim.form()) {
            case GRADIENT -> "<msub><mo>∇</mo>" + variable + "</msub>" + function;
            case JACOBIAN ->
                "<mfrac><mrow><mo>∂</mo>" + function + "</mrow><mrow><mo>∂</mo>" + variable + "</mrow></mfrac>";
            case JVP -> "<mi mathvariant=\"normal\">d</mi>" + function;
            case VJP -> "<mover>" + variable + "<mo>¯</mo></mover>";
            case HESSIAN -> second(variable) + function;
            case HVP ->
                second(variable) + function + "<mo>[</mo><mi mathvariant=\"normal\">d</mi>" + variable + "<mo>]</mo>";
            case BILINEAR -> "<msup><mi mathvariant=\"normal\">d</mi><mn>2</mn></msup>" + function;
        };
    }

    private static String second(String variable) {
        return "<msubsup><mo>∇</mo>" + (variable.isEmpty() ? "<mrow></mrow>" : variable) + "<mn>2</mn></msubsup>";
    }

    /** The output's name if there is one alone. */
    private String outputs() {
        return spec.function().size() == 1 ? spec.function().keySet().iterator().next() : Spec.OUTPUT;
    }

    private String name(String name) {
        return MathMarkup.name(name, names());
    }

    private Optional<String> typeset(String text) {
        return MathMarkup.of(text, names());
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>(spec.names());
        names.addAll(spec.lets().keySet());
        names.addAll(spec.function().keySet());
        return names;
    }
}
