package org.gradcheck.corpus;

/** What makes the functions of a group hard. */
enum Category {
    SMOOTH,
    MATRIX,
    PROGRAM,
    MODEL,
    SCALED,
    CURVED,
    NEAR_KINK,
    KINK,
    DOMAIN,
    STATIONARY,
    FLAT,
    SINGLE_PRECISION,
    NOISY,
    SOLVER,
    APPROXIMATED,
    ROUNDED,
    LARGE
}
