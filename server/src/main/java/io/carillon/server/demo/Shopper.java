package io.carillon.server.demo;

import java.util.List;

/**
 * Somebody who comes by today, and what they will do.
 *
 * @param email where mail reaches them; they may never tell the shop
 * @param acts in order of time
 * @param ifReminded what they do when a reminder comes
 */
record Shopper(String email, List<Act> acts, Answer ifReminded) {
    enum Answer {
        IGNORE,
        BUY,
        UNSUBSCRIBE
    }
}
