package org.gradcheck.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a class whose {@link Differentiable} methods list functions, or which is a {@link DifferentiableFunction} itself, a
 * class of tests: each derivative is tested at each point, under the name of its function.
 */
@ExtendWith(DifferentiableExtension.class)
@SuppressWarnings("exports") // the interface is public, the extension its secret
public interface DifferentiableTests {

    /** The tests. Called by JUnit. */
    @TestFactory
    default Stream<DynamicNode> derivatives(DerivativeSuite suite) {
        return suite.of(this);
    }
}
