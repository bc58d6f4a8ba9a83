package org.gradcheck.junit.point;

/** Which sizes a type needs. */
enum Shape {
    NONE,
    DIMENSION,
    ROWS_AND_COLUMNS
}
