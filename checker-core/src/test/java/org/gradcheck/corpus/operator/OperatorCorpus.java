package org.gradcheck.corpus.operator;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All operators. */
final class OperatorCorpus {

    private static final List<Function<Draw, List<OperatorCase<?, ?>>>> SOURCES = List.of(
            MatrixOperators::all,
            AdjointOperators::all,
            NonlinearOperators::all,
            SecondOrderOperators::all,
            StructuredOperators::all,
            WeightedOperators::all,
            TupleOperators::all,
            ComplexOperators::all,
            ManifoldOperators::all,
            PositiveOperators::all,
            SpectralOperators::all,
            MatrixFunctionOperators::all,
            ImplicitOperators::all,
            TimeStepOperators::all,
            SpecialOperators::all);

    private OperatorCorpus() {}

    /** The operators with points and constants from a seed. */
    static Stream<OperatorCase<?, ?>> of(long seed) {
        return SOURCES.stream().flatMap(source -> source.apply(new Draw(seed)).stream());
    }
}
