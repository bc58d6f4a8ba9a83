package org.gradcheck.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.LUDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.gradcheck.expression.CheckedExpression;
import org.gradcheck.expression.ExpressionParser;
import org.gradcheck.expression.Scope;

/** Expressions, each beside the calls of EJML that one would write for it. */
@SuppressWarnings("ImmutableEnumChecker") // the calls are lambdas that capture nothing
public enum Formula {
    PRODUCT_PLUS("A*B + C", in -> {
        DMatrixRMaj result = CommonOps_DDRM.mult(in.a(), in.b(), null);
        CommonOps_DDRM.addEquals(result, in.c());
        return result;
    }),
    TRANSPOSED_PRODUCT(
            "A'*B*x", in -> CommonOps_DDRM.mult(CommonOps_DDRM.multTransA(in.a(), in.b(), null), in.x(), null)),
    TRANSPOSED_VECTOR("A'*x", in -> CommonOps_DDRM.multTransA(in.a(), in.x(), null)),
    RESIDUAL("norm2(A*x - x)^2", in -> {
        DMatrixRMaj residual = CommonOps_DDRM.mult(in.a(), in.x(), null);
        CommonOps_DDRM.subtractEquals(residual, in.x());
        double norm = NormOps_DDRM.normF(residual);
        return scalar(norm * norm);
    }),
    TRACE_OF_PRODUCT("tr(A'*B)", in -> scalar(CommonOps_DDRM.trace(CommonOps_DDRM.multTransA(in.a(), in.b(), null)))),
    INVERSE("inv(A)*B", in -> {
        DMatrixRMaj inverse = new DMatrixRMaj(1, 1);
        CommonOps_DDRM.invert(in.a(), inverse);
        return CommonOps_DDRM.mult(inverse, in.b(), null);
    }),
    SOLUTION("A \\ B", in -> solution(in.a(), in.b())),
    SOLUTION_VECTOR("A \\ x", in -> solution(in.a(), in.x())),
    DETERMINANT("det(A)", in -> scalar(CommonOps_DDRM.det(in.a()))),
    LOG_DETERMINANT("logdet(A)", in -> {
        LUDecomposition_F64<DMatrixRMaj> lu = DecompositionFactory_DDRM.lu(in.a().numRows, in.a().numCols);
        lu.decompose(in.a().copy());
        DMatrixRMaj upper = lu.getUpper(null);
        double sum = 0;
        for (int i = 0; i < upper.numRows; i++) {
            sum += Math.log(Math.abs(upper.unsafe_get(i, i)));
        }
        return scalar(sum);
    }),
    WEIGHTED_SUM("sum(exp(A) .* B)", in -> {
        DMatrixRMaj result = CommonOps_DDRM.elementExp(in.a(), null);
        CommonOps_DDRM.elementMult(result, in.b());
        return scalar(CommonOps_DDRM.elementSum(result));
    }),
    ENTRY_BY_ENTRY("A .* B + 2*C", in -> {
        DMatrixRMaj result = CommonOps_DDRM.elementMult(in.a(), in.b(), null);
        CommonOps_DDRM.addEquals(result, 2, in.c());
        return result;
    }),
    COMMON_PART("(A*B)*(A*B)'", in -> {
        DMatrixRMaj product = CommonOps_DDRM.mult(in.a(), in.b(), null);
        return CommonOps_DDRM.multTransB(product, product, null);
    }),
    LOG_SUM_EXP("logsumexp(A)", in -> {
        double largest = CommonOps_DDRM.elementMax(in.a());
        DMatrixRMaj result = new DMatrixRMaj(1, 1);
        CommonOps_DDRM.add(in.a(), -largest, result);
        CommonOps_DDRM.elementExp(result, result);
        return scalar(largest + Math.log(CommonOps_DDRM.elementSum(result)));
    }),
    SOFTMAX("softmax(A)", in -> {
        DMatrixRMaj result = new DMatrixRMaj(1, 1);
        CommonOps_DDRM.add(in.a(), -CommonOps_DDRM.elementMax(in.a()), result);
        CommonOps_DDRM.elementExp(result, result);
        CommonOps_DDRM.divide(result, CommonOps_DDRM.elementSum(result));
        return result;
    }),
    CHOLESKY("chol(S)", in -> {
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(in.s().numRows, true);
        cholesky.decompose(in.s().copy());
        return cholesky.getT(null);
    }),
    QR("qr(A).R", in -> {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(in.a().numRows, in.a().numCols);
        qr.decompose(in.a().copy());
        DMatrixRMaj upper = qr.getR(null, true);
        for (int i = 0; i < upper.numRows; i++) {
            if (upper.unsafe_get(i, i) < 0) {
                CommonOps_DDRM.scaleRow(-1, upper, i);
            }
        }
        return upper;
    }),
    EIGENVALUES("eigh(S).values", in -> {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(in.s().numRows, false, true);
        eigen.decompose(in.s().copy());
        DMatrixRMaj values = new DMatrixRMaj(in.s().numRows, 1);
        for (int i = 0; i < values.numRows; i++) {
            values.data[i] = eigen.getEigenvalue(i).real;
        }
        Arrays.sort(values.data);
        return values;
    });

    private final String text;
    private final Function<Matrices, DMatrixRMaj> byHand;

    Formula(String text, Function<Matrices, DMatrixRMaj> byHand) {
        this.text = text;
        this.byHand = byHand;
    }

    /** The expression as a user writes it. */
    String text() {
        return text;
    }

    /** The expression, checked for variables of these shapes. */
    CheckedExpression expression(Matrices in) {
        return ExpressionParser.parse(text).check(Scope.of(in.shapes(), Map.of()));
    }

    /** The value by calls of EJML; a fresh matrix. */
    DMatrixRMaj byHand(Matrices in) {
        return byHand.apply(in);
    }

    private static DMatrixRMaj solution(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj result = new DMatrixRMaj(1, 1);
        CommonOps_DDRM.solve(a, b, result);
        return result;
    }

    private static DMatrixRMaj scalar(double value) {
        DMatrixRMaj result = new DMatrixRMaj(1, 1);
        result.data[0] = value;
        return result;
    }
}
