package org.gradcheck.expression;

import java.util.List;
import java.util.stream.Stream;

/** The tree of an expression as written: names are not yet resolved and nothing is known of shapes. */
sealed interface Expression {

    Span span();

    /** The direct parts, in the order of the text. */
    List<Expression> parts();

    record Literal(double value, Span span) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    record Name(String name, Span span) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** An expression in parentheses. */
    record Group(Expression inner, Span span) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(inner);
        }
    }

    record Negation(Expression operand, Span span) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    record Transpose(Expression operand, Span span) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    record Infix(InfixOperator operator, Expression left, Expression right, Span operatorSpan, Span span)
            implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /** {@code name(...)}: a call, or an index where the name is a variable; behind anything else an index. */
    record Application(Expression target, List<Expression> arguments, Span span) implements Expression {
        @Override
        public List<Expression> parts() {
            return Stream.concat(Stream.of(target), arguments.stream()).toList();
        }
    }

    /** {@code call.name}: one output of a function that has several. */
    record Field(Expression target, String name, Span nameSpan, Span span) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(target);
        }
    }

    /** {@code [a, b; c, d]}. */
    record Blocks(List<List<Expression>> rows, Span span) implements Expression {
        @Override
        public List<Expression> parts() {
            return rows.stream().flatMap(List::stream).toList();
        }
    }

    /** {@code sumi(i, a, b, body)} and its like: the variable is bound in the body alone. */
    record Binding(SpecialForm form, Name variable, Expression first, Expression second, Expression body, Span span)
            implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(first, second, body);
        }
    }

    /** {@code :} alone, as an index. */
    record Everything(Span span) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of();
        }
    }

    /** {@code first:last}, as an index. */
    record Range(Expression first, Expression last, Span span) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(first, last);
        }
    }
}
