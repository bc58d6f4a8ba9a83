package org.gradcheck.expression;

import java.util.List;
import java.util.Locale;

/**
 * The tree of an expression as MathML.
 *
 * @param source the text, for numbers as they are written
 * @param names how names look
 */
record MathTree(String source, MathNames names) {

    /** A product that needs no sign. */
    private static final String BESIDE = "<mspace width=\"0.17em\"/>";

    String of(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return number(
                    source.substring(literal.span().offset(), literal.span().end()));
        }
        if (expression instanceof Expression.Name name) {
            return names.of(name.name());
        }
        if (expression instanceof Expression.Group group) {
            return inParentheses(of(group.inner()));
        }
        if (expression instanceof Expression.Negation negation) {
            return "<mrow><mo form=\"prefix\">−</mo>" + of(negation.operand()) + "</mrow>";
        }
        if (expression instanceof Expression.Transpose transpose) {
            return power(of(transpose.operand()), "<mo>⊤</mo>");
        }
        if (expression instanceof Expression.Infix infix) {
            return infix(infix);
        }
        if (expression instanceof Expression.Application application) {
            return new MathCalls(this).of(application);
        }
        if (expression instanceof Expression.Field field) {
            return "<mrow>" + of(field.target()) + "<mo>.</mo><mi>" + field.name() + "</mi></mrow>";
        }
        if (expression instanceof Expression.Blocks blocks) {
            return blocks(blocks);
        }
        if (expression instanceof Expression.Binding binding) {
            return binding(binding);
        }
        if (expression instanceof Expression.Range range) {
            return "<mrow>" + of(range.first()) + "<mo>:</mo>" + of(range.last()) + "</mrow>";
        }
        return "<mo>:</mo>";
    }

    /** Without the parentheses around it, where the typesetting holds it together. */
    String bare(Expression expression) {
        return expression instanceof Expression.Group group ? bare(group.inner()) : of(expression);
    }

    /** With parentheses around anything that is joined by operators. */
    String atom(Expression expression) {
        boolean joined = expression instanceof Expression.Negation
                || (expression instanceof Expression.Infix infix
                        && infix.operator().level() != InfixOperator.Level.POWER);
        return joined ? inParentheses(of(expression)) : of(expression);
    }

    /** Each side is typeset once: twice at every level would take forever for a chain of operators. */
    private String infix(Expression.Infix infix) {
        Expression left = infix.left();
        Expression right = infix.right();
        return switch (infix.operator()) {
            case OVER -> "<mfrac>" + row(bare(left)) + row(bare(right)) + "</mfrac>";
            case UNDER ->
                "<mrow>" + power(atom(left), "<mrow><mo form=\"prefix\">−</mo><mn>1</mn></mrow>") + BESIDE + of(right)
                        + "</mrow>";
            case POWER -> power(of(left), bare(right));
            case POWER_EACH -> power(of(left), "<mrow><mo>∘</mo>" + bare(right) + "</mrow>");
            case TIMES ->
                "<mrow>" + of(left) + (startsWithNumber(right) ? "<mo>·</mo>" : BESIDE) + of(right) + "</mrow>";
            default -> "<mrow>" + of(left) + "<mo>" + sign(infix.operator()) + "</mo>" + of(right) + "</mrow>";
        };
    }

    private static String sign(InfixOperator operator) {
        return switch (operator) {
            case LESS -> "&lt;";
            case LESS_OR_EQUAL -> "≤";
            case GREATER -> "&gt;";
            case GREATER_OR_EQUAL -> "≥";
            case EQUAL -> "=";
            case NOT_EQUAL -> "≠";
            case MINUS, MINUS_EACH -> "−";
            case TIMES_EACH -> "⊙";
            case OVER_EACH -> "⊘";
            default -> "+";
        };
    }

    /** Two numbers side by side would read as one. */
    private static boolean startsWithNumber(Expression expression) {
        return expression instanceof Expression.Literal
                || (expression instanceof Expression.Infix infix
                        && infix.operator().level() == InfixOperator.Level.POWER
                        && startsWithNumber(infix.left()));
    }

    private String blocks(Expression.Blocks blocks) {
        // Fonts without a table for mathematics cannot stretch brackets; a style can draw them.
        StringBuilder rows = new StringBuilder("<mtable class=\"matrix\">");
        for (List<Expression> row : blocks.rows()) {
            rows.append("<mtr>");
            row.forEach(entry -> rows.append("<mtd>").append(of(entry)).append("</mtd>"));
            rows.append("</mtr>");
        }
        return rows.append("</mtable>").toString();
    }

    private String binding(Expression.Binding binding) {
        String variable = names.of(binding.variable().name());
        if (binding.form() == SpecialForm.ITER) {
            return "<mrow><mi>iter</mi>"
                    + inParentheses(
                            list(List.of(variable, of(binding.first()), of(binding.second()), of(binding.body()))))
                    + "</mrow>";
        }
        return "<mrow><munderover><mo>" + (binding.form() == SpecialForm.SUMI ? "∑" : "∏") + "</mo><mrow>" + variable
                + "<mo>=</mo>" + of(binding.first()) + "</mrow>" + row(of(binding.second())) + "</munderover>"
                + atom(binding.body()) + "</mrow>";
    }

    /** "1e-3" as 1·10⁻³. */
    private static String number(String text) {
        int exponent = text.toLowerCase(Locale.ROOT).indexOf('e');
        if (exponent < 0) {
            return "<mn>" + text + "</mn>";
        }
        String power = text.substring(exponent + 1).replaceFirst("^\\+", "");
        String sign = power.startsWith("-") ? "<mo form=\"prefix\">−</mo>" : "";
        return "<mrow><mn>" + text.substring(0, exponent) + "</mn><mo>·</mo><msup><mn>10</mn><mrow>" + sign + "<mn>"
                + power.replace("-", "") + "</mn></mrow></msup></mrow>";
    }

    static String power(String base, String exponent) {
        return "<msup>" + row(base) + row(exponent) + "</msup>";
    }

    static String inParentheses(String inner) {
        return between("(", inner, ")");
    }

    static String between(String left, String inner, String right) {
        return "<mrow><mo form=\"prefix\">" + left + "</mo>" + inner + "<mo form=\"postfix\">" + right + "</mo></mrow>";
    }

    static String list(List<String> parts) {
        return String.join("<mo>,</mo>", parts);
    }

    /** One element, whatever it is made of. */
    static String row(String inner) {
        return "<mrow>" + inner + "</mrow>";
    }
}
