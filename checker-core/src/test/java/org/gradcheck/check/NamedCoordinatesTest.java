package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.Where;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

class NamedCoordinatesTest {

    private static final double[] X = {100, 95, 0.2};

    /** Of forward, strike and volatility. */
    private static double price(double[] x) {
        return (x[0] - x[1]) * Math.exp(x[2]) + x[1] * x[1] / 200;
    }

    private static double[] gradient(double[] x) {
        return new double[] {Math.exp(x[2]), -Math.exp(x[2]) + x[1] / 100, (x[0] - x[1]) * Math.exp(x[2])};
    }

    private static double[] strikeNegated(double[] x) {
        double[] g = gradient(x);
        g[1] = -g[1];
        return g;
    }

    private static double[] exchanged(double[] x) {
        double[] g = gradient(x);
        return new double[] {g[0], g[2], g[1]};
    }

    private final DerivativeCheck<double[], Double> check = DerivativeCheck.of(NamedCoordinatesTest::price)
            .named("forward", "strike", "volatility")
            .at(X);

    @Test
    void wrongEntryIsCalledByItsName() {
        CheckReport report = check.gradient(NamedCoordinatesTest::strikeNegated).run();

        Where where = report.results().get(0).explanation().where().get(0);
        assertThat(where.text())
                .isEqualTo("wrong in strike alone, 0.271403 instead of -0.271403; the other 2 entries agree");
        assertThat(where.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.name()).isEqualTo("strike"));
        assertThat(report.results().get(0).diagnosis())
                .extracting(Diagnosis::text)
                .containsExactly("the supplied derivative has the opposite sign in strike");
    }

    @Test
    void pointIsShownWithItsNames() {
        CheckReport report = check.gradient(NamedCoordinatesTest::gradient).run();

        assertThat(report.isConfirmed()).isTrue();
        assertThat(report.names()).containsExactly("forward", "strike", "volatility");
        assertThat(report.toString()).contains("point        forward 100, strike 95, volatility 0.2\n");
        assertThat(report.about("gradient").toString()).contains("forward 100, strike 95");
    }

    @Test
    void exchangedEntriesAreCalledByTheirNames() {
        CheckReport report = check.gradient(NamedCoordinatesTest::exchanged).run();

        assertThat(report.results().get(0).diagnosis())
                .extracting(Diagnosis::text)
                .containsExactly(
                        "the supplied derivative has the right numbers, but the parts of strike and volatility are"
                                + " exchanged");
    }

    @Test
    void namesMakeNoDifferenceToTheCheck() {
        CheckReport named = check.gradient(NamedCoordinatesTest::gradient).run();
        CheckReport plain = DerivativeCheck.of(NamedCoordinatesTest::price)
                .at(X)
                .gradient(NamedCoordinatesTest::gradient)
                .run();

        assertThat(named.withResults(plain.results()).evaluations()).isEqualTo(plain.evaluations());
        assertThat(named.results()).usingRecursiveComparison().isEqualTo(plain.results());
        assertThat(plain.names()).isEmpty();
        assertThat(plain.toString()).contains("point        x = [100, 95, 0.2]\n");
    }

    @Test
    void spaceMayHaveTheNames() {
        CheckReport report = DerivativeCheck.of(
                        Spaces.named(Spaces.vector(3), "forward", "strike", "volatility"),
                        Spaces.scalar(),
                        NamedCoordinatesTest::price)
                .at(X)
                .gradient(NamedCoordinatesTest::strikeNegated)
                .run();

        assertThat(report.toString())
                .contains("wrong in strike alone")
                .contains("forward 100, strike 95, volatility 0.2");
    }

    record Market(double forward, double strike) {}

    @Test
    void recordOfNumbersNamesThem() {
        CheckReport report = DerivativeCheck.of(
                        Spaces.product(
                                Spaces.part(Market::forward, Spaces.scalar()),
                                Spaces.part(Market::strike, Spaces.scalar()),
                                Market::new),
                        Spaces.scalar(),
                        (Market m) -> m.forward() * m.forward() + 3 * m.strike())
                .at(new Market(3, 2))
                .gradient(m -> new Market(2 * m.forward(), 3))
                .run();

        assertThat(report.toString()).contains("forward 3, strike 2");
    }

    @Test
    void orderOfTheCallsDoesNotMatterAndACurvedSetHasThePointNamed() {
        CheckReport report = DerivativeCheck.ofScalar(x -> x[0] * x[1])
                .named("equities", "bonds")
                .on(Manifolds.sphere(2))
                .at(new double[] {0.6, 0.8})
                .gradient(x -> new double[] {x[1], x[0]})
                .run();

        assertThat(report.isConfirmed()).isTrue();
        assertThat(report.toString()).contains("point        equities 0.6, bonds 0.8\n");
    }

    @Test
    void manyNamesAreCut() {
        String[] names = new String[20];
        for (int i = 0; i < names.length; i++) {
            names[i] = "t" + i;
        }
        CheckReport report = DerivativeCheck.ofScalar(x -> x[0])
                .named(names)
                .at(new double[20])
                .gradient(x -> {
                    double[] g = new double[20];
                    g[0] = 1;
                    return g;
                })
                .run();

        assertThat(report.toString()).contains("t10 0, t11 0, … 20 entries\n");
    }

    @Test
    void wrongNumberOfNamesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.named("forward", "strike")
                        .gradient(NamedCoordinatesTest::gradient)
                        .run())
                .withMessage(
                        "there are 2 names, \"forward\", \"strike\", for the 3 coordinates of vectors of length 3: name"
                                + " each coordinate, in their order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spaces.named(Spaces.scalar(), "a", "b"))
                .withMessage(
                        "there are 2 names, \"a\", \"b\", for the 1 coordinate of real numbers: name each coordinate, in"
                                + " their order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.named("forward")
                        .on(Manifolds.sphere(3))
                        .at(new double[] {1, 0, 0})
                        .gradient(NamedCoordinatesTest::gradient)
                        .run())
                .withMessageStartingWith("there is 1 name, \"forward\", for the 3 coordinates of");
    }

    @Test
    void namesThatDoNotTellCoordinatesApartAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.named("rate", "rate", "vol"))
                .withMessage(
                        "two coordinates are called \"rate\", in \"rate\", \"rate\", \"vol\": a message must tell them"
                                + " apart");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.named("rate", " ", "vol"))
                .withMessage("a name of a coordinate is blank, in \"rate\", \" \", \"vol\"");
        assertThatIllegalArgumentException()
                .isThrownBy(check::named)
                .withMessage("there is no name: name each coordinate, in their order");
    }
}
