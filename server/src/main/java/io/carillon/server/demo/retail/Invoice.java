package io.carillon.server.demo.retail;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An order of a customer's, or the refund of one; real.
 *
 * @param number as published; a refund's begins with C
 * @param customer their number
 * @param country by name, as published
 * @param lines one at least
 */
public record Invoice(String number, String customer, Instant at, String country, List<Line> lines) {
    public boolean isRefund() {
        return number.startsWith("C");
    }

    /** Exact. */
    public BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
