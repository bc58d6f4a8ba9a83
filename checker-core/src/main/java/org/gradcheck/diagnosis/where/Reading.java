package org.gradcheck.diagnosis.where;

import org.gradcheck.diagnosis.probe.Probe;
import org.gradcheck.reference.Estimate;

/**
 * What a probe along a single coordinate, or of a single output, read. It keeps no direction: of a million coordinates, each of these would be a vector.
 *
 * @param unit how far the coordinate was moved; 1 for an output
 * @param supplied the user's number, for the unit
 * @param reference what it should be
 * @param rounding how far rounding may have carried the user's number
 */
public record Reading(double unit, double supplied, Estimate reference, double rounding) {

    static Reading ofInput(Probe probe, int coordinate) {
        return of(probe, probe.direction()[coordinate]);
    }

    static Reading ofOutput(Probe probe) {
        return of(probe, 1);
    }

    private static Reading of(Probe probe, double unit) {
        return new Reading(unit, probe.supplied(), probe.reference(), probe.rounding());
    }
}
