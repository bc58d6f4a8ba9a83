package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions and derivatives as matrixcalculus.org takes and prints them, pasted as they stand. */
class MatrixCalculusFormulasTest {

    private static final String VARIABLES = """
            "sizes": { "m": 4, "n": 3 },
            "variables": {
              "A": { "shape": ["m", "n"] },
              "B": { "shape": ["n", "m"] },
              "X": { "shape": ["m", "n"] },
              "M": { "shape": ["n", "n"] },
              "Q": { "shape": ["n", "n"], "structure": "posdet" },
              "S": { "shape": ["n", "n"], "structure": "spd", "directions": "ambient" },
              "P": { "shape": ["m", "n"], "structure": "positive" },
              "p": { "shape": ["n"], "structure": "positive" },
              "u": { "shape": ["n"], "structure": "small" },
              "a": { "shape": [], "structure": "positive" },
              "b": { "shape": ["m"] },
              "y": { "shape": ["m"] },
              "c": { "shape": ["n"] },
              "w": { "shape": ["n"] },
              "x": { "shape": ["n"] }
            },
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            x'*M*x                          | gradient x | M*x + M'*x
            norm2(A*x - b)^2                | gradient x | 2*A'*(A*x-b)
            norm2(A*x-b)                    | gradient x | 1/norm2(A*x-b)*A'*(A*x-b)
            norm2(A*x - b)^2                | gradient A | 2*(A*x-b)*x'
            norm2(A - b*x')^2               | gradient x | -(2*(A-b*x')'*b)
            tr(A*X'*A*B)                    | gradient X | A*B*A
            tr(A*X')                        | gradient X | A
            tr(M*Q)                         | gradient Q | M'
            tr(inv(Q))                      | gradient Q | -inv(Q)'*inv(Q)'
            tr(M*inv(Q))                    | gradient Q | -(inv(Q)*M*inv(Q))'
            c'*inv(S)*w                     | gradient S | -inv(S)'*c*w'*inv(S)'
            log(det(Q))                     | gradient Q | inv(Q)'
            det(Q)                          | gradient Q | det(Q)*inv(Q)'
            det(M)                          | gradient M | adj(M)'
            logdet(S)                       | gradient S | inv(S)'
            logdet(S + a*eye)               | gradient a | tr(inv(S+a*eye))
            log(det(S + a*eye))             | gradient S | inv(a*eye+S)'
            sum(log(vector(1) + exp(-y .* (X*w)))) | gradient w | -(X'*((exp(-(y.*(X*w))).*y)./(vector(1)+exp(-(y.*(X*w))))))
            sum(log(vector(1)+exp(-y.*(X*w)))) + a*norm2(w)^2 | gradient w | -X'*(exp(-y.*(X*w)).*y./(vector(1)+exp(-y.*(X*w))))+2*a*w
            norm2(X*w - y)^2 + a*norm2(w)^2 | gradient w | 2*X'*(X*w-y)+2*a*w
            norm1(x)                        | gradient x | sign(x)
            norm1(A*x - b) + a*norm1(x)     | gradient x | A'*sign(A*x-b)+a*sign(x)
            abs(x)                          | jacobian x | diag(sign(x))
            sum(abs(x))                     | gradient x | sign(x)
            relu(x)                         | jacobian x | diag(relu(sign(x)))
            sum(relu(A*x - b))              | gradient x | A'*relu(sign(A*x-b))
            exp(x)./sum(exp(x))             | jacobian x | 1/sum(exp(x))*diag(exp(x))-1/sum(exp(x)).^2*exp(x)*exp(x)'
            exp(x)./sum(exp(x))             | jacobian x | diag(exp(x)./sum(exp(x)))-exp(x)*exp(x)'/sum(exp(x))^2
            log(sum(exp(x)))                | gradient x | 1/sum(exp(x))*exp(x)
            x.^2                            | jacobian x | 2*diag(x)
            x.^(2)                          | jacobian x | 2*diag(x)
            sum(A.^(2))                     | gradient A | 2*A
            sum(p.^(a))                     | gradient p | a*p.^(a-1)
            sum(p.^a)                       | gradient a | sum(p.^a.*log(p))
            p.^(-1)                         | jacobian p | -diag(p.^(-2))
            x.*w                            | jacobian x | diag(w)
            x./p                            | jacobian p | -diag(x./(p.*p))
            sum(p.*log(p))                  | gradient p | log(p)+vector(1)
            p'*log(p./vector(2))            | gradient p | log(p./vector(2))+vector(1)
            sin(x)                          | jacobian x | diag(cos(x))
            sin(x)'*cos(w)                  | gradient w | -sin(x).*sin(w)
            tan(u)                          | jacobian u | diag(vector(1)+tan(u).^2)
            arcsin(u)                       | jacobian u | diag(vector(1)./(vector(1)-u.^2).^0.5)
            arccos(u)                       | jacobian u | -diag(vector(1)./(vector(1)-u.^2).^0.5)
            arctan(x)                       | jacobian x | diag(vector(1)./(vector(1)+x.^2))
            tanh(A*x)                       | jacobian x | diag(vector(1)-tanh(A*x).^2)*A
            A*x                             | jacobian x | A
            exp(A*x)                        | jacobian x | diag(exp(A*x))*A
            sum(exp(X))                     | gradient X | exp(X)
            sum(X + matrix(1))              | gradient X | matrix(1)
            vector(1)'*X*vector(1)          | gradient X | vector(1)*vector(1)'
            norm2((X+matrix(a))*w)^2        | gradient a | 2*sum(w)*sum((X+matrix(a))*w)
            (x'*M*x)/(x'*x)                 | gradient x | 1/(x'*x)*(M*x+M'*x)-2*x'*M*x/(x'*x)^2*x
            tr(X'*A)                        | gradient X | A
            tr(X'*X)                        | gradient X | 2*X
            tr(X*S*X')                      | gradient X | X*S'+X*S
            tr(Q*Q)                         | gradient Q | 2*Q'
            norm2(X)^2                      | gradient X | 2*X
            normF(X - A)^2                  | gradient X | 2*(X-A)
            norm2(X - A*S)                  | gradient X | 1/norm2(X-A*S)*(X-A*S)
            diag(x)*w                       | jacobian x | diag(w)
            c'*diag(x)*w                    | gradient x | c.*w
            diag(Q)'*x                      | gradient Q | diag(x)
            sum(log(P))                     | gradient P | matrix(1)./P
            inv(Q)*x                        | jacobian x | inv(Q)
            x'*inv(Q)*x                     | gradient x | inv(Q)*x+inv(Q)'*x
            exp(-a*norm2(x)^2)              | gradient x | -2*a*exp(-a*norm2(x)^2)*x
            (eye - x*x')*w                  | jacobian w | eye-x*x'
            (A*x)'*(A*x)                    | gradient x | 2*A'*A*x
            x'*x                            | gradient x | 2*x
            a^2*sum(x)                      | gradient a | 2*a*sum(x)
            """)
    void formulasOfTheSiteAreRightAsTheyStand(String function, String claim, String derivative) {
        String form = claim.strip().split(" ", -1)[0];
        String wrt = claim.strip().substring(form.length()).strip();
        String spec = "{" + VARIABLES + "\"function\": \"" + function + "\", \"" + form + "\": "
                + (wrt.isEmpty() ? "\"" + derivative + "\"" : "{ \"" + wrt + "\": \"" + derivative + "\" }") + "}";

        CompiledSpec compiled = SpecCompiler.compile(SpecReader.parse(Path.of("pasted.json"), spec));
        SpecCheckResult result =
                new SpecRunner(RunSettings.defaults()).check(compiled).get(0);

        assertThat(result.report().verdict().label())
                .as(() -> claim + " of " + function + " is " + derivative + "\n" + result.report())
                .isEqualTo("confirmed");
    }
}
