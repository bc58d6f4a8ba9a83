package org.gradcheck.expression.shape;

/** Rows and columns of a matrix; a scalar is 1×1 and a vector is n×1. */
public record Shape(Size rows, Size columns) {

    public static final Shape SCALAR = of(1, 1);

    public static Shape of(int rows, int columns) {
        return new Shape(Size.of(rows), Size.of(columns));
    }

    public static Shape vector(int length) {
        return of(length, 1);
    }

    public int rowCount() {
        return rows.value();
    }

    public int columnCount() {
        return columns.value();
    }

    public long entryCount() {
        return (long) rowCount() * columnCount();
    }

    public boolean isScalar() {
        return rows.isOne() && columns.isOne();
    }

    public boolean isColumn() {
        return columns.isOne();
    }

    public boolean isRow() {
        return rows.isOne();
    }

    /** A single row or a single column. */
    public boolean isVector() {
        return isRow() || isColumn();
    }

    public boolean isSquare() {
        return rows.sameAs(columns);
    }

    public boolean sameAs(Shape other) {
        return rows.sameAs(other.rows) && columns.sameAs(other.columns);
    }

    /** Whether, in each dimension, the sizes agree or one of them is 1. */
    public boolean broadcastsWith(Shape other) {
        return broadcasts(rows, other.rows) && broadcasts(columns, other.columns);
    }

    /** The common shape of two arrays that broadcast. */
    public Shape broadcast(Shape other) {
        return new Shape(larger(rows, other.rows), larger(columns, other.columns));
    }

    public Shape transposed() {
        return new Shape(columns, rows);
    }

    /** Numbers alone, such as {@code 3×2}. */
    public String numbers() {
        return rowCount() + "×" + columnCount();
    }

    /** Numbers, behind the names where there are any: {@code m×n (3×2)}. */
    @Override
    public String toString() {
        boolean named = rows.name().isPresent() || columns.name().isPresent();
        return named ? rows + "×" + columns + " (" + numbers() + ")" : numbers();
    }

    /** The same for use inside parentheses: {@code m×n = 3×2}. */
    public String inline() {
        boolean named = rows.name().isPresent() || columns.name().isPresent();
        return named ? rows + "×" + columns + " = " + numbers() : numbers();
    }

    private static boolean broadcasts(Size left, Size right) {
        return left.sameAs(right) || left.isOne() || right.isOne();
    }

    private static Size larger(Size left, Size right) {
        return left.sameAs(right) ? left.preferNamed(right) : left.isOne() ? right : left;
    }
}
