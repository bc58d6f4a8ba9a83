package org.gradcheck.reference;

/**
 * The second differences (g(t) + g(−t) − 2g(0)) / t² of one read-out, which tend to g″(0) with an error even in t. They
 * are made of the same values as the central quotients.
 *
 * @param samples the values
 */
record SecondDifferences(Samples samples) implements Quotients {

    @Override
    public int count() {
        return samples.count();
    }

    @Override
    public int[] exponents() {
        return samples.exponents();
    }

    @Override
    public double quotient(int i) {
        return samples.second(i) / samples.variableAt(i);
    }

    @Override
    public double variable(double t) {
        return t * t;
    }

    /** Two values with deviation ε and twice a third. */
    @Override
    public double deviation() {
        return Math.sqrt(6);
    }

    @Override
    public double perValue(int i) {
        return 1 / samples.variableAt(i);
    }

    /** g(0) is in every difference, twice, with all weights at once. */
    @Override
    public double amplification(double[] weightsPerStep) {
        double squares = 0;
        double sum = 0;
        for (double weight : weightsPerStep) {
            squares += weight * weight;
            sum += weight;
        }
        return Math.sqrt(2 * squares + 4 * sum * sum);
    }

    @Override
    public double size(int i) {
        return samples.size(i);
    }

    @Override
    public double magnitude() {
        return samples.magnitude();
    }

    @Override
    public double near() {
        return samples.near();
    }
}
