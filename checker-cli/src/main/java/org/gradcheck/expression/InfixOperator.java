package org.gradcheck.expression;

import java.util.Optional;

/** The operators between two operands. */
enum InfixOperator {
    LESS("<", Level.COMPARISON),
    LESS_OR_EQUAL("<=", Level.COMPARISON),
    GREATER(">", Level.COMPARISON),
    GREATER_OR_EQUAL(">=", Level.COMPARISON),
    EQUAL("==", Level.COMPARISON),
    NOT_EQUAL("!=", Level.COMPARISON),
    PLUS("+", Level.SUM),
    MINUS("-", Level.SUM),
    PLUS_EACH(".+", Level.SUM),
    MINUS_EACH(".-", Level.SUM),
    TIMES("*", Level.PRODUCT),
    OVER("/", Level.PRODUCT),
    UNDER("\\", Level.PRODUCT),
    TIMES_EACH(".*", Level.PRODUCT),
    OVER_EACH("./", Level.PRODUCT),
    POWER("^", Level.POWER),
    POWER_EACH(".^", Level.POWER);

    /** How tightly operators bind, from loose to tight. All associate to the left. */
    enum Level {
        COMPARISON,
        SUM,
        PRODUCT,
        POWER
    }

    private final String symbol;
    private final Level level;

    InfixOperator(String symbol, Level level) {
        this.symbol = symbol;
        this.level = level;
    }

    String symbol() {
        return symbol;
    }

    static Optional<InfixOperator> at(Token token, Level level) {
        for (InfixOperator operator : values()) {
            if (operator.level == level && token.is(operator.symbol)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
