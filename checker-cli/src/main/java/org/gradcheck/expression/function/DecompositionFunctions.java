package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.rule;
import static org.gradcheck.expression.function.LanguageFunction.analytic;

import java.util.List;
import org.gradcheck.expression.algebra.GeneralEigen;
import org.gradcheck.expression.algebra.LuFactors;
import org.gradcheck.expression.algebra.PolarFactors;
import org.gradcheck.expression.algebra.QrFactors;
import org.gradcheck.expression.algebra.SingularValues;
import org.gradcheck.expression.algebra.SymmetricEigen;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/**
 * Factorisations, with one function for each factor. Signs and orders that make factors unique are part of the functions: positive
 * diagonals of triangular factors; eigenvalues ascending and singular values descending; the entry of largest size positive in each
 * eigenvector and left singular vector. They are locally constant, so that the factors are smooth wherever values are distinct and no
 * two entries of a vector compete for the largest size.
 */
final class DecompositionFunctions {

    private DecompositionFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                analytic(
                                "chol(A)",
                                "lower triangular L with positive diagonal and A = L*L'; reads the lower triangle of A",
                                "chol([4, 2; 2, 5])",
                                "n×n → n×n",
                                rule(
                                        "L = chol(A); M = L \\ dA*inv(L)'; L*(tril(M) - diag(diagv(M))/2)",
                                        "A and dA are symmetric"),
                                Rules::square,
                                DecompositionFunctions::cholesky)
                        .alias("cholesky"),
                analytic(
                        "lu(A).L",
                        "unit lower triangular L in A = L*U, without exchange of rows",
                        "lu([2, 1; 4, 5]).L",
                        "n×n → n×n",
                        rule("L = lu(A).L; L*stril(inv(L)*dA*inv(lu(A).U))"),
                        Rules::square,
                        DecompositionFunctions::lower),
                analytic(
                        "lu(A).U",
                        "upper triangular U in A = L*U, without exchange of rows",
                        "lu([2, 1; 4, 5]).U",
                        "n×n → n×n",
                        rule("U = lu(A).U; triu(inv(lu(A).L)*dA*inv(U))*U"),
                        Rules::square,
                        DecompositionFunctions::upper),
                analytic(
                        "qr(A).Q",
                        "orthonormal columns Q of the thin A = Q*R with positive diagonal of R",
                        "qr([3, 1; 4, 2]).Q",
                        "m×n → m×min(m, n)",
                        rule(
                                "Q = qr(A).Q; B = dA*inv(qr(A).R); C = Q'*B; Q*(stril(C) - stril(C)') + B - Q*C",
                                "A has independent columns"),
                        in -> new Shape(in.shape(0).rows(), shorterSide(in)),
                        DecompositionFunctions::orthonormalColumns),
                analytic(
                        "qr(A).R",
                        "upper triangular R with positive diagonal of the thin A = Q*R",
                        "qr([3, 1; 4, 2]).R",
                        "m×n → min(m, n)×n",
                        rule(
                                "R = qr(A).R; C = qr(A).Q'*dA*inv(R); (triu(C) + stril(C)')*R",
                                "A has independent columns"),
                        in -> new Shape(shorterSide(in), in.shape(0).columns()),
                        DecompositionFunctions::upperOfColumns),
                analytic(
                        "lq(A).L",
                        "lower triangular L with positive diagonal of the thin A = L*Q",
                        "lq([3, 4; 1, 2]).L",
                        "m×n → m×min(m, n)",
                        rule("L = lq(A).L; C = inv(L)*dA*lq(A).Q'; L*(tril(C) + striu(C)')", "A has independent rows"),
                        in -> new Shape(in.shape(0).rows(), shorterSide(in)),
                        DecompositionFunctions::lowerOfRows),
                analytic(
                        "lq(A).Q",
                        "orthonormal rows Q of the thin A = L*Q with positive diagonal of L",
                        "lq([3, 4; 1, 2]).Q",
                        "m×n → min(m, n)×n",
                        rule(
                                "Q = lq(A).Q; B = inv(lq(A).L)*dA; C = B*Q'; (striu(C) - striu(C)')*Q + B - C*Q",
                                "A has independent rows"),
                        in -> new Shape(shorterSide(in), in.shape(0).columns()),
                        DecompositionFunctions::orthonormalRows),
                analytic(
                        "polar(A).U",
                        "orthogonal factor U of A = U*P, for A of full rank",
                        "polar([1, 2; -3, 4]).U",
                        "m×n → m×n",
                        rule(
                                "U = polar(A).U; P = polar(A).P; M = U'*dA - dA'*U; U*sylv(P, P, M) + (dA - U*(U'*dA))*inv(P)",
                                "A has independent columns"),
                        Rules::sameAsFirst,
                        DecompositionFunctions::orthogonalFactor),
                analytic(
                        "polar(A).P",
                        "positive semidefinite factor P = sqrtm(A'*A) of A = U*P, for A of full rank",
                        "polar([1, 2; -3, 4]).P",
                        "m×n → n×n",
                        rule("P = polar(A).P; sylv(P, P, dA'*A + A'*dA)", "A has independent columns"),
                        in -> new Shape(in.shape(0).columns(), in.shape(0).columns()),
                        DecompositionFunctions::symmetricFactor),
                analytic(
                        "eigh(A).values",
                        "eigenvalues of the symmetric part of A, ascending, as a column",
                        "eigh([2, 1; 1, 3]).values",
                        "n×n → n×1",
                        rule("V = eigh(A).vectors; diagv(V'*sym(dA)*V)", "eigenvalues are distinct"),
                        DecompositionFunctions::columnOfSquare,
                        DecompositionFunctions::symmetricValues),
                analytic(
                        "eigh(A).vectors",
                        "eigenvectors of the symmetric part of A as unit columns, their largest entry positive",
                        "eigh([2, 1; 1, 3]).vectors",
                        "n×n → n×n",
                        rule(
                                "w = eigh(A).values; V = eigh(A).vectors; M = V'*sym(dA)*V; V*((M - diag(diagv(M))) ./ (w' .- w + eye))",
                                "eigenvalues are distinct"),
                        Rules::square,
                        DecompositionFunctions::symmetricVectors),
                analytic(
                        "eig(A).values",
                        "eigenvalues of A, which must be real, ascending, as a column",
                        "eig([2, 1; 3, 4]).values",
                        "n×n → n×1",
                        rule("diagv(eig(A).left'*dA*eig(A).vectors)", "eigenvalues are distinct"),
                        DecompositionFunctions::columnOfSquare,
                        DecompositionFunctions::values),
                analytic(
                        "eig(A).vectors",
                        "right eigenvectors of A, with real eigenvalues, as unit columns, their largest entry positive",
                        "eig([2, 1; 3, 4]).vectors",
                        "n×n → n×n",
                        rule(
                                "w = eig(A).values; V = eig(A).vectors; W = eig(A).left; M = W'*dA*V; D = V*((M - diag(diagv(M))) ./ (w' .- w + eye)); dV = D - V*diag(diagv(V'*D)); dV",
                                "eigenvalues are distinct"),
                        Rules::square,
                        DecompositionFunctions::rightVectors),
                analytic(
                        "eig(A).left",
                        "left eigenvectors of A as columns, scaled so that eig(A).left'*eig(A).vectors is the identity",
                        "eig([2, 1; 3, 4]).left",
                        "n×n → n×n",
                        rule(
                                "w = eig(A).values; V = eig(A).vectors; W = eig(A).left; M = W'*dA*V; D = V*((M - diag(diagv(M))) ./ (w' .- w + eye)); dV = D - V*diag(diagv(V'*D)); -W*dV'*W",
                                "eigenvalues are distinct"),
                        Rules::square,
                        DecompositionFunctions::leftVectors),
                analytic(
                        "svd(A).S",
                        "singular values, descending, as a column",
                        "svd([1, 2; -3, 4]).S",
                        "m×n → min(m, n)×1",
                        rule("diagv(svd(A).U'*dA*svd(A).V)", "singular values are distinct and not 0"),
                        in -> new Shape(shorterSide(in), Size.ONE),
                        DecompositionFunctions::singularValues),
                analytic(
                        "svd(A).U",
                        "left singular vectors of the thin A = U*diag(S)*V', the largest entry of each positive",
                        "svd([1, 2; -3, 4]).U",
                        "m×n → m×min(m, n)",
                        rule(
                                "U = svd(A).U; s = svd(A).S; V = svd(A).V; C = U'*dA*V; M = C*diag(s) + diag(s)*C'; U*((M - diag(diagv(M))) ./ (s.^2' .- s.^2 + eye)) + (dA*V - U*C)*diag(1 ./ s)",
                                "singular values are distinct and not 0"),
                        in -> new Shape(in.shape(0).rows(), shorterSide(in)),
                        DecompositionFunctions::leftSingularVectors),
                analytic(
                        "svd(A).V",
                        "right singular vectors of the thin A = U*diag(S)*V', with signs that fit U",
                        "svd([1, 2; -3, 4]).V",
                        "m×n → n×min(m, n)",
                        rule(
                                "U = svd(A).U; s = svd(A).S; V = svd(A).V; C = U'*dA*V; M = diag(s)*C + C'*diag(s); V*((M - diag(diagv(M))) ./ (s.^2' .- s.^2 + eye)) + (dA'*U - V*C')*diag(1 ./ s)",
                                "singular values are distinct and not 0"),
                        in -> new Shape(in.shape(0).columns(), shorterSide(in)),
                        DecompositionFunctions::rightSingularVectors));
    }

    private static Size shorterSide(ArgumentShapes in) {
        Size rows = in.shape(0).rows();
        Size columns = in.shape(0).columns();
        if (rows.sameAs(columns)) {
            return rows.preferNamed(columns);
        }
        return rows.value() < columns.value() ? rows : columns;
    }

    private static Shape columnOfSquare(ArgumentShapes in) {
        return new Shape(in.square(0).rows(), Size.ONE);
    }

    private static <M> M cholesky(Arithmetic<M> on, Arguments<M> in) {
        return on.cholesky(in.get(0));
    }

    private static <M> M lower(Arithmetic<M> on, Arguments<M> in) {
        return LuFactors.of(on, in.get(0)).lower();
    }

    private static <M> M upper(Arithmetic<M> on, Arguments<M> in) {
        return LuFactors.of(on, in.get(0)).upper();
    }

    private static <M> M orthonormalColumns(Arithmetic<M> on, Arguments<M> in) {
        return QrFactors.of(on, in.get(0)).orthonormal();
    }

    private static <M> M upperOfColumns(Arithmetic<M> on, Arguments<M> in) {
        return QrFactors.of(on, in.get(0)).upper();
    }

    private static <M> M lowerOfRows(Arithmetic<M> on, Arguments<M> in) {
        return on.transpose(QrFactors.of(on, on.transpose(in.get(0))).upper());
    }

    private static <M> M orthonormalRows(Arithmetic<M> on, Arguments<M> in) {
        return on.transpose(QrFactors.of(on, on.transpose(in.get(0))).orthonormal());
    }

    private static <M> M orthogonalFactor(Arithmetic<M> on, Arguments<M> in) {
        return PolarFactors.of(on, in.get(0)).orthogonal();
    }

    private static <M> M symmetricFactor(Arithmetic<M> on, Arguments<M> in) {
        return PolarFactors.of(on, in.get(0)).symmetric();
    }

    private static <M> M symmetricValues(Arithmetic<M> on, Arguments<M> in) {
        return SymmetricEigen.of(on, in.get(0)).values();
    }

    private static <M> M symmetricVectors(Arithmetic<M> on, Arguments<M> in) {
        return SymmetricEigen.of(on, in.get(0)).vectors();
    }

    private static <M> M values(Arithmetic<M> on, Arguments<M> in) {
        return GeneralEigen.of(on, in.get(0)).values();
    }

    private static <M> M rightVectors(Arithmetic<M> on, Arguments<M> in) {
        return GeneralEigen.of(on, in.get(0)).vectors();
    }

    private static <M> M leftVectors(Arithmetic<M> on, Arguments<M> in) {
        return GeneralEigen.of(on, in.get(0)).left();
    }

    private static <M> M singularValues(Arithmetic<M> on, Arguments<M> in) {
        return SingularValues.of(on, in.get(0)).values();
    }

    private static <M> M leftSingularVectors(Arithmetic<M> on, Arguments<M> in) {
        return SingularValues.of(on, in.get(0)).left();
    }

    private static <M> M rightSingularVectors(Arithmetic<M> on, Arguments<M> in) {
        return SingularValues.of(on, in.get(0)).right();
    }
}
