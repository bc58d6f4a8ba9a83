package org.gradcheck.diagnosis.cause;

import java.util.ArrayList;
import java.util.List;
import org.gradcheck.derivative.Form;
import org.gradcheck.diagnosis.probe.Suspect;
import org.gradcheck.space.Space;

/** The operator is the adjoint of the right one, or its matrix is read by rows for by columns. */
final class Transposed implements Cause {

    private static final String TRANSPOSED = "transposed";

    /** A larger matrix is not written out. */
    private static final int MOST_ENTRIES = 4096;

    @Override
    public List<String> kinds() {
        return List.of(TRANSPOSED);
    }

    @Override
    public String question() {
        return "is it the adjoint of the right one: a JVP for a VJP, a transposed Jacobian?";
    }

    @Override
    public List<Correction> corrections(Clues clues) {
        Suspect suspect = clues.suspect();
        int n = suspect.x().length;
        int m = suspect.outputs();
        if (m == 1 || !(suspect.domain() instanceof Space)) {
            return List.of();
        }
        List<Correction> corrections = new ArrayList<>();
        Pairing supplied = clues.supplied();
        if (n == m) {
            corrections.add(Correction.exact(
                    (v, w) -> supplied.of(w, v),
                    TRANSPOSED,
                    text(suspect.derivative().form())));
        } else if (suspect.derivative().form() == Form.JACOBIAN && n * m <= MOST_ENTRIES) {
            double[][] matrix = matrix(supplied, m, n);
            double[][] fromColumns = new double[m][n];
            double[][] fromRows = new double[m][n];
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < m; i++) {
                    int at = j * m + i;
                    fromColumns[at / n][at % n] = matrix[i][j];
                    fromRows[i][j] = matrix[at / n][at % n];
                }
            }
            for (double[][] read : List.of(fromColumns, fromRows)) {
                corrections.add(Correction.exact(
                        (v, w) -> product(read, v, w),
                        TRANSPOSED,
                        "the entries of the supplied Jacobian are stored by rows where they are read by columns, or the"
                                + " reverse"));
            }
        }
        return corrections;
    }

    private static String text(Form form) {
        return switch (form) {
            case JVP -> "the supplied JVP applies the adjoint: it is a VJP, or uses a transposed Jacobian";
            case VJP -> "the supplied VJP is not transposed: it is a JVP, or uses J where Jᵀ belongs";
            default -> "the supplied Jacobian is transposed";
        };
    }

    private static double[][] matrix(Pairing supplied, int m, int n) {
        double[][] matrix = new double[m][n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                double[] v = new double[n];
                double[] w = new double[m];
                v[j] = 1;
                w[i] = 1;
                matrix[i][j] = supplied.of(v, w);
            }
        }
        return matrix;
    }

    private static double product(double[][] matrix, double[] v, double[] w) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < v.length; j++) {
                sum += w[i] * matrix[i][j] * v[j];
            }
        }
        return sum;
    }
}
