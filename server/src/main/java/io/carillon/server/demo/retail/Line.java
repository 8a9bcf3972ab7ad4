package io.carillon.server.demo.retail;

import java.math.BigDecimal;

/**
 * A part of an invoice.
 *
 * @param quantity above zero, also in a refund
 * @param price of one, in pounds
 */
public record Line(Product product, int quantity, BigDecimal price) {
    BigDecimal amount() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
