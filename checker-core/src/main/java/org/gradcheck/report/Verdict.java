package org.gradcheck.report;

/** The answer about a derivative. There is no fourth, and none of the three depends on a tolerance. */
public sealed interface Verdict {

    /** One word for the verdict, in lower case, as in specs and results: "confirmed", "refuted", "inconclusive". */
    String label();

    /** One sentence that says what the verdict rests on. */
    String text();

    /** Of two verdicts the one a summary must show: refuted before inconclusive before confirmed. */
    static Verdict worse(Verdict a, Verdict b) {
        return b.severity() > a.severity() ? b : a;
    }

    /** 0 for confirmed, 1 for inconclusive, 2 for refuted. */
    int severity();

    /**
     * The supplied derivative agrees with a reference whose own error is known.
     *
     * @param resolution the reference's error bound relative to the derivative's natural scale: "verified to 3e-12"
     * @param text what was seen
     */
    record Confirmed(double resolution, String text) implements Verdict {
        @Override
        public String label() {
            return "confirmed";
        }

        @Override
        public int severity() {
            return 0;
        }
    }

    /**
     * The supplied derivative is wrong.
     *
     * @param reason the kind of proof
     * @param text the proof in words
     */
    record Refuted(RefutationReason reason, String text) implements Verdict {
        @Override
        public String label() {
            return "refuted";
        }

        @Override
        public int severity() {
            return 2;
        }
    }

    /**
     * The evidence does not decide.
     *
     * @param reason why not
     * @param text what was seen and what would help
     */
    record Inconclusive(InconclusiveReason reason, String text) implements Verdict {
        @Override
        public String label() {
            return "inconclusive";
        }

        @Override
        public int severity() {
            return 1;
        }
    }
}
