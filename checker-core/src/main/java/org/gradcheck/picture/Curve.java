package org.gradcheck.picture;

import java.util.List;
import java.util.Optional;
import org.gradcheck.report.OrderFit;

/**
 * Numbers measured over the steps.
 *
 * @param role what they are
 * @param name the same in words
 * @param dots the finite ones, coarsest step first
 * @param fit the slope fitted to some of them, if enough are above the noise
 */
public record Curve(Role role, String name, List<Dot> dots, Optional<OrderFit> fit) {

    public Curve {
        dots = List.copyOf(dots);
    }
}
