/** Open, so that JUnit finds the tests and gradcheck the records. */
open module com.example.physics.tests {
    requires com.example.physics;
    requires org.gradcheck.junit;
    requires org.assertj.core;
    requires org.junit.jupiter.api;
}
