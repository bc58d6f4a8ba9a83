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

    Level level() {
        return level;
    }

    /** The operator that the token is, if its level lies between the given ones. */
    static Optional<InfixOperator> at(Token token, Level loosest, Level tightest) {
        for (InfixOperator operator : values()) {
            boolean inRange = operator.level.compareTo(loosest) >= 0 && operator.level.compareTo(tightest) <= 0;
            if (inRange && token.is(operator.symbol)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
