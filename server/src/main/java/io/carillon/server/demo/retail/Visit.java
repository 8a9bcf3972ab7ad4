package io.carillon.server.demo.retail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One time that somebody comes by.
 *
 * @param looksAt products, in order
 * @param puts lines that go into the cart, after that
 * @param cart its id
 * @param buys the order at its end, which is real
 * @param signsIn whether they sign in, if the device is not; who buys does in any case
 */
record Visit(
        Instant start,
        String device,
        List<Product> looksAt,
        List<Line> puts,
        String cart,
        Optional<Invoice> buys,
        boolean signsIn) {}
